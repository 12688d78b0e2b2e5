-- SPDX-License-Identifier: GPL-3.0-or-later
-- How people act on SQLite: the tables of 0003_commands.postgresql.sql for one desk. There are no roles
-- here, and whoever can write the file can drop a trigger: four eyes are the program's work, these
-- triggers catch its mistakes, and the sealed journal shows the rest. Hashes come from the program;
-- times are compared with the clock, because a trigger can't change NEW. An error that the program
-- must understand says "tieout:reason". Needs foreign_keys and recursive_triggers on: without the
-- second, REPLACE would delete past the DELETE triggers.

CREATE TABLE account (
    name TEXT PRIMARY KEY,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    created_at INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE account_class (
    name TEXT NOT NULL REFERENCES account,
    class TEXT NOT NULL CHECK (class IN ('operator', 'treasury', 'finance', 'compliance', 'engineer',
        'support', 'auditor', 'admin')),
    PRIMARY KEY (name, class)) STRICT;

CREATE VIEW account_holds AS
    SELECT name, class FROM account_class JOIN account USING (name) WHERE active = 1;

-- unixepoch('subsec') needs SQLite 3.42.
CREATE VIEW db_clock AS
    SELECT CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER) AS ms;

CREATE TABLE command_kind (
    kind TEXT PRIMARY KEY,
    ttl_ms INTEGER NOT NULL CHECK (ttl_ms > 0),
    long INTEGER NOT NULL DEFAULT 0,
    needed INTEGER NOT NULL DEFAULT 0 CHECK (needed >= 0),
    open_ms INTEGER,
    CHECK ((needed > 0) = (open_ms IS NOT NULL))) STRICT;

CREATE TABLE command_class (
    kind TEXT NOT NULL REFERENCES command_kind,
    class TEXT NOT NULL,
    may TEXT NOT NULL CHECK (may IN ('submit', 'approve')),
    PRIMARY KEY (kind, class, may)) STRICT;

CREATE TABLE command (
    id TEXT PRIMARY KEY CHECK (id GLOB 'cmd_*' AND length(id) = 30
        AND substr(id, 5) NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'),
    actor TEXT NOT NULL REFERENCES account,
    class TEXT NOT NULL,
    kind TEXT NOT NULL REFERENCES command_kind,
    subject TEXT NOT NULL CHECK (length(subject) <= 120),
    subject_sha256 TEXT CHECK (length(subject_sha256) = 64 AND subject_sha256 NOT GLOB '*[^0-9a-f]*'),
    payload TEXT NOT NULL CHECK (length(CAST(payload AS BLOB)) <= 65536
        AND json_valid(payload) AND json_type(payload) = 'object'),
    payload_sha256 TEXT NOT NULL
        CHECK (length(payload_sha256) = 64 AND payload_sha256 NOT GLOB '*[^0-9a-f]*'),
    submitted_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN
        ('waiting', 'running', 'done', 'refused', 'failed', 'expired', 'cancelled')),
    result TEXT CHECK (length(CAST(result AS BLOB)) <= 65536),
    finished_at INTEGER,
    UNIQUE (id, actor, kind, payload_sha256),
    UNIQUE (id, actor, class, kind, subject, subject_sha256)) STRICT;
CREATE INDEX command_actor ON command (actor, submitted_at);
CREATE INDEX command_veto ON command (subject) WHERE kind IN ('proposal.reject', 'proposal.withdraw');
CREATE INDEX command_open ON command (submitted_at) WHERE state IN ('waiting', 'running');

CREATE TABLE proposal (
    id TEXT PRIMARY KEY,
    maker TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload_sha256 TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN
        ('open', 'applied', 'rejected', 'withdrawn', 'expired')),
    FOREIGN KEY (id, maker, kind, payload_sha256) REFERENCES command (id, actor, kind, payload_sha256),
    UNIQUE (id, maker, payload_sha256)) STRICT;

CREATE TABLE approval (
    command_id TEXT PRIMARY KEY,
    checker TEXT NOT NULL,
    class TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind = 'proposal.approve'),
    proposal_id TEXT NOT NULL,
    maker TEXT NOT NULL CHECK (maker <> checker),
    seen_sha256 TEXT NOT NULL,
    FOREIGN KEY (command_id, checker, class, kind, proposal_id, seen_sha256)
        REFERENCES command (id, actor, class, kind, subject, subject_sha256),
    FOREIGN KEY (proposal_id, maker, seen_sha256) REFERENCES proposal (id, maker, payload_sha256),
    UNIQUE (proposal_id, checker),
    UNIQUE (proposal_id, class)) STRICT;

-- A generated column can't be part of a PRIMARY KEY here.
CREATE TABLE corridor_version (
    proposal_id TEXT UNIQUE REFERENCES proposal,
    command_id TEXT UNIQUE REFERENCES command,
    payload TEXT NOT NULL,
    corridor TEXT NOT NULL CHECK (corridor <> '')
        GENERATED ALWAYS AS (json_extract(payload, '$.corridor')) STORED,
    version INTEGER NOT NULL CHECK (version >= 1)
        GENERATED ALWAYS AS (json_extract(payload, '$.version')) STORED,
    previous INTEGER GENERATED ALWAYS AS (nullif(json_extract(payload, '$.version') - 1, 0)) STORED,
    status TEXT NOT NULL
        CHECK (status IN ('draft', 'sandbox', 'enabled', 'suspended', 'stopped', 'retired'))
        GENERATED ALWAYS AS (json_extract(payload, '$.status')) STORED,
    asset TEXT NOT NULL GENERATED ALWAYS AS (json_extract(payload, '$.asset')) STORED,
    rail TEXT NOT NULL GENERATED ALWAYS AS (json_extract(payload, '$.rail')) STORED,
    UNIQUE (corridor, version),
    FOREIGN KEY (corridor, previous) REFERENCES corridor_version (corridor, version),
    CHECK ((proposal_id IS NULL) <> (command_id IS NULL))) STRICT;

CREATE TABLE lease (
    name TEXT PRIMARY KEY,
    epoch INTEGER NOT NULL,
    holder TEXT NOT NULL,
    heartbeat INTEGER NOT NULL,
    UNIQUE (name, epoch)) STRICT;

CREATE TABLE journal_inbox (
    pos INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    subject_version INTEGER NOT NULL,
    body TEXT NOT NULL CHECK (body GLOB '{"*}' AND body NOT LIKE '%"prev":%' AND body NOT LIKE '%"seq":%'),
    UNIQUE (subject, subject_version)) STRICT;

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    subject_version INTEGER NOT NULL,
    prev TEXT NOT NULL,
    line TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (subject, subject_version)) STRICT;

CREATE TABLE upload (
    id TEXT PRIMARY KEY CHECK (id GLOB 'upl_*' AND length(id) = 30
        AND substr(id, 5) NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'),
    actor TEXT NOT NULL REFERENCES account,
    at INTEGER NOT NULL) STRICT;

CREATE TABLE upload_part (
    upload_id TEXT NOT NULL REFERENCES upload ON DELETE CASCADE,
    n INTEGER NOT NULL CHECK (n BETWEEN 0 AND 63),
    bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
    PRIMARY KEY (upload_id, n)) STRICT;

CREATE TRIGGER command_new BEFORE INSERT ON command BEGIN
    SELECT RAISE(ABORT, 'tieout:command_id_used')
    WHERE EXISTS (SELECT 1 FROM command WHERE id = NEW.id);
    SELECT RAISE(ABORT, 'tieout:class_may_not_submit')
    WHERE NOT EXISTS (SELECT 1 FROM command_class JOIN account_holds USING (class)
        WHERE kind = NEW.kind AND may = 'submit' AND class = NEW.class AND name = NEW.actor);
    SELECT RAISE(ABORT, 'tieout:command_step')
    WHERE NEW.state <> 'waiting' OR NEW.result IS NOT NULL OR NEW.finished_at IS NOT NULL
        OR abs(NEW.submitted_at - (SELECT ms FROM db_clock)) > 5000
        OR NEW.expires_at <> NEW.submitted_at + (SELECT ttl_ms FROM command_kind WHERE kind = NEW.kind);
    SELECT RAISE(ABORT, 'tieout:payload_not_plain')
    WHERE EXISTS (SELECT 1 FROM json_tree(NEW.payload)
        WHERE key IS NOT NULL GROUP BY parent, key HAVING count(*) > 1);
    SELECT RAISE(ABORT, 'tieout:too_many_commands')
    WHERE (SELECT count(*) FROM command WHERE actor = NEW.actor AND state = 'waiting') >= 100
        OR (SELECT count(*) FROM command
            WHERE actor = NEW.actor AND submitted_at > NEW.submitted_at - 60000) >= 600;
END;

CREATE TRIGGER command_frozen BEFORE UPDATE OF id, actor, class, kind, subject, subject_sha256, payload,
    payload_sha256, submitted_at, expires_at ON command
BEGIN
    SELECT RAISE(ABORT, 'tieout:command_frozen');
END;

-- Only long kinds run: an approval parked in running would be an approval out of its time.
CREATE TRIGGER command_step BEFORE UPDATE ON command BEGIN
    SELECT RAISE(ABORT, 'tieout:command_step')
    WHERE CASE OLD.state || ' ' || NEW.state
        WHEN 'waiting done' THEN (SELECT ms FROM db_clock) <= OLD.expires_at AND EXISTS (
            SELECT 1 FROM account_holds WHERE name = OLD.actor AND class = OLD.class)
        WHEN 'waiting running' THEN (SELECT ms FROM db_clock) <= OLD.expires_at AND EXISTS (
            SELECT 1 FROM account_holds WHERE name = OLD.actor AND class = OLD.class)
            AND (SELECT long FROM command_kind WHERE kind = OLD.kind)
        WHEN 'waiting refused' THEN 1
        WHEN 'waiting cancelled' THEN 1
        WHEN 'waiting expired' THEN (SELECT ms FROM db_clock) > OLD.expires_at
        ELSE OLD.state = 'running' AND NEW.state IN ('running', 'done', 'refused', 'failed')
    END IS NOT 1;
END;

-- Meets REPLACE as well: its insert comes before its delete is looked at.
CREATE TRIGGER proposal_new BEFORE INSERT ON proposal BEGIN
    SELECT RAISE(ABORT, 'tieout:proposal_frozen')
    WHERE NEW.state <> 'open' OR EXISTS (SELECT 1 FROM proposal WHERE id = NEW.id);
END;

CREATE TRIGGER proposal_step BEFORE UPDATE ON proposal BEGIN
    SELECT RAISE(ABORT, 'tieout:proposal_frozen')
    WHERE OLD.state <> 'open' OR (NEW.id, NEW.maker, NEW.kind, NEW.payload_sha256)
        IS NOT (OLD.id, OLD.maker, OLD.kind, OLD.payload_sha256);
END;

CREATE TRIGGER approval_new BEFORE INSERT ON approval BEGIN
    SELECT RAISE(ABORT, 'tieout:approved_already')
    WHERE EXISTS (SELECT 1 FROM approval WHERE command_id = NEW.command_id
        OR (proposal_id = NEW.proposal_id AND (checker = NEW.checker OR class = NEW.class)));
END;

-- Compares again, by joins, all that the keys compare: a foreign tool may have foreign_keys off.
CREATE TRIGGER corridor_version_approved BEFORE INSERT ON corridor_version
WHEN NEW.proposal_id IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'tieout:not_approved') WHERE NOT EXISTS (
        SELECT 1 FROM proposal p
        JOIN command_kind k ON k.kind = p.kind
        JOIN command c ON (c.id, c.actor, c.kind, c.payload_sha256) = (p.id, p.maker, p.kind, p.payload_sha256)
        WHERE p.id = NEW.proposal_id AND p.kind = 'corridor.propose' AND p.state = 'open'
          AND c.state = 'done' AND c.payload = NEW.payload
          AND c.submitted_at + k.open_ms >= (SELECT ms FROM db_clock)
          AND k.needed > 0 AND k.needed <= (
              SELECT min(count(DISTINCT a.checker), count(DISTINCT a.class)) FROM approval a
              JOIN command ac
                ON (ac.id, ac.actor, ac.class, ac.kind, ac.subject, ac.subject_sha256)
                 = (a.command_id, a.checker, a.class, 'proposal.approve', p.id, p.payload_sha256)
              JOIN command_class cc ON (cc.kind, cc.class, cc.may) = (p.kind, a.class, 'approve')
              WHERE a.proposal_id = p.id AND ac.state = 'done' AND a.checker <> p.maker)
          AND NOT EXISTS (
              SELECT 1 FROM command v WHERE v.subject = p.id AND v.state IN ('waiting', 'done')
                AND (v.kind = 'proposal.reject' OR (v.kind = 'proposal.withdraw' AND v.actor = p.maker))));
END;

CREATE TRIGGER corridor_version_commanded BEFORE INSERT ON corridor_version
WHEN NEW.proposal_id IS NULL BEGIN
    SELECT RAISE(ABORT, 'tieout:not_approved')
    WHERE (SELECT name FROM environment WHERE id = 1) IS NOT 'sandbox' OR NOT EXISTS (
        SELECT 1 FROM command c
        WHERE c.id = NEW.command_id AND c.kind = 'corridor.apply' AND c.payload = NEW.payload
          AND (c.state = 'done' OR (c.state = 'waiting' AND (SELECT ms FROM db_clock) <= c.expires_at)))
        OR EXISTS (SELECT 1 FROM corridor_version WHERE command_id = NEW.command_id);
END;

CREATE TRIGGER corridor_version_applied AFTER INSERT ON corridor_version
WHEN NEW.proposal_id IS NOT NULL BEGIN
    UPDATE proposal SET state = 'applied' WHERE id = NEW.proposal_id;
END;

-- A new term begins after 15 s of silence, or at once when the old holder left in order (heartbeat 0).
CREATE TRIGGER lease_step BEFORE UPDATE ON lease BEGIN
    SELECT RAISE(ABORT, 'tieout:lease_held')
    WHERE NEW.name <> OLD.name OR NEW.heartbeat > (SELECT ms FROM db_clock) + 1000 OR NOT (
        (NEW.epoch = OLD.epoch + 1 AND OLD.heartbeat < (SELECT ms FROM db_clock) - 15000)
        OR (NEW.epoch, NEW.holder) = (OLD.epoch, OLD.holder));
END;

CREATE TRIGGER lease_new BEFORE INSERT ON lease BEGIN
    SELECT RAISE(ABORT, 'tieout:lease_held') WHERE EXISTS (SELECT 1 FROM lease WHERE name = NEW.name);
END;

CREATE TRIGGER inbox_new BEFORE INSERT ON journal_inbox BEGIN
    SELECT RAISE(ABORT, 'tieout:already_sealed')
    WHERE EXISTS (SELECT 1 FROM journal WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM journal
            WHERE subject = NEW.subject AND subject_version = NEW.subject_version)
        OR EXISTS (SELECT 1 FROM journal_inbox WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM journal_inbox WHERE pos = NEW.pos)
        OR EXISTS (SELECT 1 FROM journal_inbox
            WHERE subject = NEW.subject AND subject_version = NEW.subject_version);
END;

CREATE TRIGGER inbox_kept BEFORE UPDATE ON journal_inbox BEGIN
    SELECT RAISE(ABORT, 'tieout:kept');
END;

CREATE TRIGGER inbox_sealed BEFORE DELETE ON journal_inbox BEGIN
    SELECT RAISE(ABORT, 'tieout:not_sealed')
    WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.id = OLD.id
        AND j.line = substr(OLD.body, 1, length(OLD.body) - 1)
            || ',"prev":"' || j.prev || '","seq":' || j.seq || '}');
END;

CREATE TRIGGER journal_chain BEFORE INSERT ON journal BEGIN
    SELECT RAISE(ABORT, 'tieout:not_the_next_link')
    WHERE NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
        OR NEW.prev IS NOT coalesce(
            (SELECT hash FROM journal ORDER BY seq DESC LIMIT 1), printf('%064d', 0))
        OR NOT EXISTS (SELECT 1 FROM journal_inbox i
            WHERE i.id = NEW.id AND i.subject = NEW.subject AND i.subject_version = NEW.subject_version
              AND NEW.line = substr(i.body, 1, length(i.body) - 1)
                  || ',"prev":"' || NEW.prev || '","seq":' || NEW.seq || '}')
        OR EXISTS (SELECT 1 FROM journal WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM journal
            WHERE subject = NEW.subject AND subject_version = NEW.subject_version);
END;

CREATE TRIGGER approval_kept BEFORE UPDATE ON approval BEGIN SELECT RAISE(ABORT, 'tieout:kept'); END;
CREATE TRIGGER corridor_version_kept BEFORE UPDATE ON corridor_version BEGIN
    SELECT RAISE(ABORT, 'tieout:kept');
END;
CREATE TRIGGER journal_kept BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'tieout:kept'); END;
CREATE TRIGGER upload_part_kept BEFORE UPDATE ON upload_part BEGIN SELECT RAISE(ABORT, 'tieout:kept'); END;
CREATE TRIGGER command_stays BEFORE DELETE ON command BEGIN SELECT RAISE(ABORT, 'tieout:kept'); END;
CREATE TRIGGER proposal_stays BEFORE DELETE ON proposal BEGIN SELECT RAISE(ABORT, 'tieout:kept'); END;
CREATE TRIGGER approval_stays BEFORE DELETE ON approval BEGIN SELECT RAISE(ABORT, 'tieout:kept'); END;
CREATE TRIGGER corridor_version_stays BEFORE DELETE ON corridor_version BEGIN
    SELECT RAISE(ABORT, 'tieout:kept');
END;
CREATE TRIGGER journal_stays BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'tieout:kept'); END;
CREATE TRIGGER lease_stays BEFORE DELETE ON lease BEGIN SELECT RAISE(ABORT, 'tieout:kept'); END;

-- A new sandbox has one account that holds every class that acts; maker and checker are still two people.
INSERT INTO account (name) SELECT 'operator' WHERE '{env}' = 'sandbox';
INSERT INTO account_class (name, class)
    SELECT a.name, c.value FROM account a,
        json_each('["operator","treasury","finance","compliance","engineer","admin"]') c;

INSERT INTO lease VALUES ('engine', 0, '', 0);

INSERT INTO command_kind (kind, ttl_ms, long, needed, open_ms) VALUES
    ('payment.create', 60000, 0, 0, NULL),
    ('payment.cancel', 60000, 0, 0, NULL),
    ('payment.reissue', 60000, 0, 0, NULL),
    ('payment.hold', 60000, 0, 0, NULL),
    ('payment.release', 60000, 0, 0, NULL),
    ('transfer.link', 60000, 0, 0, NULL),
    ('case.resolve', 60000, 0, 0, NULL),
    ('rail.backfill', 60000, 1, 0, NULL),
    ('rail.acknowledge', 60000, 0, 0, NULL),
    ('source.test', 60000, 1, 0, NULL),
    ('file.import', 60000, 1, 0, NULL),
    ('sandbox.speed', 60000, 0, 0, NULL),
    ('sandbox.scenario', 60000, 0, 0, NULL),
    ('view.save', 60000, 0, 0, NULL),
    ('view.delete', 60000, 0, 0, NULL),
    ('corridor.apply', 60000, 0, 0, NULL),
    ('corridor.propose', 60000, 0, 2, 1209600000),
    ('proposal.approve', 900000, 0, 0, NULL),
    ('proposal.reject', 900000, 0, 0, NULL),
    ('proposal.withdraw', 60000, 0, 0, NULL);

INSERT INTO command_class (kind, class, may) VALUES
    ('payment.create', 'operator', 'submit'),
    ('payment.cancel', 'operator', 'submit'),
    ('payment.reissue', 'operator', 'submit'),
    ('payment.hold', 'operator', 'submit'),
    ('payment.hold', 'treasury', 'submit'),
    ('payment.hold', 'finance', 'submit'),
    ('payment.hold', 'compliance', 'submit'),
    ('payment.release', 'operator', 'submit'),
    ('payment.release', 'treasury', 'submit'),
    ('payment.release', 'finance', 'submit'),
    ('payment.release', 'compliance', 'submit'),
    ('transfer.link', 'operator', 'submit'),
    ('transfer.link', 'finance', 'submit'),
    ('case.resolve', 'operator', 'submit'),
    ('case.resolve', 'treasury', 'submit'),
    ('case.resolve', 'finance', 'submit'),
    ('case.resolve', 'compliance', 'submit'),
    ('case.resolve', 'engineer', 'submit'),
    ('rail.backfill', 'engineer', 'submit'),
    ('rail.acknowledge', 'treasury', 'submit'),
    ('rail.acknowledge', 'engineer', 'submit'),
    ('source.test', 'engineer', 'submit'),
    ('file.import', 'operator', 'submit'),
    ('file.import', 'finance', 'submit'),
    ('sandbox.speed', 'operator', 'submit'),
    ('sandbox.speed', 'engineer', 'submit'),
    ('sandbox.scenario', 'operator', 'submit'),
    ('sandbox.scenario', 'engineer', 'submit'),
    ('view.save', 'operator', 'submit'),
    ('view.save', 'treasury', 'submit'),
    ('view.save', 'finance', 'submit'),
    ('view.save', 'compliance', 'submit'),
    ('view.save', 'engineer', 'submit'),
    ('view.save', 'support', 'submit'),
    ('view.save', 'admin', 'submit'),
    ('view.delete', 'operator', 'submit'),
    ('view.delete', 'treasury', 'submit'),
    ('view.delete', 'finance', 'submit'),
    ('view.delete', 'compliance', 'submit'),
    ('view.delete', 'engineer', 'submit'),
    ('view.delete', 'support', 'submit'),
    ('view.delete', 'admin', 'submit'),
    ('corridor.apply', 'treasury', 'submit'),
    ('corridor.propose', 'operator', 'submit'),
    ('corridor.propose', 'treasury', 'submit'),
    ('corridor.propose', 'treasury', 'approve'),
    ('corridor.propose', 'compliance', 'approve'),
    ('proposal.approve', 'treasury', 'submit'),
    ('proposal.approve', 'compliance', 'submit'),
    ('proposal.approve', 'finance', 'submit'),
    ('proposal.reject', 'treasury', 'submit'),
    ('proposal.reject', 'compliance', 'submit'),
    ('proposal.withdraw', 'operator', 'submit'),
    ('proposal.withdraw', 'treasury', 'submit');
