-- SPDX-License-Identifier: GPL-3.0-or-later
-- How people act on PostgreSQL: commands, four eyes, lease, journal. The database is the boundary of
-- trust: each rule below holds against psql under a person's or the engine's login. An exception that
-- a program must understand says "tieout:reason"; the reason is the same word on both databases.
-- Identity is always session_user, which SET ROLE doesn't change.

CREATE FUNCTION now_ms() RETURNS bigint LANGUAGE sql VOLATILE
BEGIN ATOMIC
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint;
END;

-- The one clock that all desks and engines share.
CREATE VIEW db_clock AS SELECT now_ms() AS ms;

CREATE FUNCTION hex256(body text) RETURNS text LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
    SELECT encode(sha256(convert_to(body, 'UTF8')), 'hex');
END;

-- The line that a journal body becomes once its place in the chain is known.
CREATE FUNCTION journal_line(body text, prev text, seq bigint) RETURNS text LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
    SELECT left(body, -1) || ',"prev":"' || prev || '","seq":' || seq || '}';
END;

-- Whether a login may act as a class. Only direct membership counts: through a chain, one login
-- granted to another would hand its classes on. A login that can make roles, or that is an engine or
-- the owner, acts for nobody.
CREATE FUNCTION holds(person text, class text) RETURNS boolean LANGUAGE sql VOLATILE
BEGIN ATOMIC
    SELECT EXISTS (
        SELECT FROM pg_catalog.pg_roles p
        JOIN pg_catalog.pg_auth_members m ON m.member = p.oid
        JOIN pg_catalog.pg_roles g ON g.oid = m.roleid
        WHERE p.rolname = person AND g.rolname = 'tieout_{env}_' || class
          AND p.rolcanlogin AND NOT p.rolsuper AND NOT p.rolcreaterole
          AND coalesce(p.rolvaliduntil > clock_timestamp(), true)
          AND NOT pg_has_role(p.oid, 'tieout_{env}_engine', 'MEMBER')
          AND NOT pg_has_role(p.oid, 'tieout_{env}_owner', 'MEMBER'));
END;

-- True for a JSON object without a doubled key at any depth: of two values under one key an approver
-- would read one and the database keep the other. The walk is recursive, so depth has a bound.
CREATE FUNCTION plain_object(payload text) RETURNS boolean LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
    WITH RECURSIVE node(j, depth) AS (
        SELECT payload::json, 1
        UNION ALL
        SELECT child.value, node.depth + 1
        FROM node CROSS JOIN LATERAL (
            SELECT value FROM json_each(CASE json_typeof(node.j) WHEN 'object' THEN node.j ELSE '{}' END)
            UNION ALL
            SELECT value FROM json_array_elements(
                CASE json_typeof(node.j) WHEN 'array' THEN node.j ELSE '[]' END)) child
        WHERE node.depth <= 16)
    SELECT json_typeof(payload::json) = 'object' AND max(node.depth) <= 16 AND bool_and((
        SELECT count(*) = count(DISTINCT k)
        FROM json_object_keys(CASE json_typeof(node.j) WHEN 'object' THEN node.j ELSE '{}' END) k))
    FROM node;
END;

-- Policy. Only migrations write these two, so that the engine can't lower what is demanded of it.
-- `needed` > 0: the kind makes a proposal that wants so many approvals within `open_ms`.
-- `long`: its work leaves the database, so it passes through the state running.
CREATE TABLE command_kind (
    kind text PRIMARY KEY,
    ttl_ms bigint NOT NULL CHECK (ttl_ms > 0),
    long boolean NOT NULL DEFAULT false,
    needed int NOT NULL DEFAULT 0 CHECK (needed >= 0),
    open_ms bigint,
    CHECK ((needed > 0) = (open_ms IS NOT NULL)));

CREATE TABLE command_class (
    kind text NOT NULL REFERENCES command_kind,
    class text NOT NULL,
    may text NOT NULL CHECK (may IN ('submit', 'approve')),
    PRIMARY KEY (kind, class, may));

-- One row per attempt of a person, kept for ever. `payload` is the exact text that was hashed.
CREATE TABLE command (
    id text PRIMARY KEY CHECK (id ~ '^cmd_[0-9A-HJKMNP-TV-Z]{26}$'),
    actor text NOT NULL,
    class text NOT NULL,
    kind text NOT NULL REFERENCES command_kind,
    subject text NOT NULL CHECK (length(subject) <= 120),
    subject_sha256 text CHECK (subject_sha256 ~ '^[0-9a-f]{64}$'),
    payload text NOT NULL CHECK (octet_length(payload) <= 65536),
    payload_sha256 text NOT NULL,
    submitted_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN
        ('waiting', 'running', 'done', 'refused', 'failed', 'expired', 'cancelled')),
    result text CHECK (octet_length(result) <= 65536),
    finished_at bigint,
    UNIQUE (id, actor, kind, payload_sha256),                   -- what a proposal refers to
    UNIQUE (id, actor, class, kind, subject, subject_sha256));  -- what an approval refers to
CREATE INDEX command_actor ON command (actor, submitted_at);
CREATE INDEX command_veto ON command (subject) WHERE kind IN ('proposal.reject', 'proposal.withdraw');
CREATE INDEX command_open ON command (submitted_at) WHERE state IN ('waiting', 'running');

-- Its row lock puts one person's submissions in a queue, which makes the caps exact.
CREATE TABLE submitter (actor text PRIMARY KEY, last_at bigint NOT NULL);

-- A proposal is its maker's command under the same id: one command can't make two, nor another maker.
CREATE TABLE proposal (
    id text PRIMARY KEY,
    maker text NOT NULL,
    kind text NOT NULL,
    payload_sha256 text NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN
        ('open', 'applied', 'rejected', 'withdrawn', 'expired')),
    FOREIGN KEY (id, maker, kind, payload_sha256) REFERENCES command (id, actor, kind, payload_sha256),
    UNIQUE (id, maker, payload_sha256));

-- The keys compare every word of an approval with the command that carries it and the proposal it is for.
CREATE TABLE approval (
    command_id text PRIMARY KEY,
    checker text NOT NULL,
    class text NOT NULL,
    kind text NOT NULL CHECK (kind = 'proposal.approve'),
    proposal_id text NOT NULL,
    maker text NOT NULL CHECK (maker <> checker),
    seen_sha256 text NOT NULL,
    FOREIGN KEY (command_id, checker, class, kind, proposal_id, seen_sha256)
        REFERENCES command (id, actor, class, kind, subject, subject_sha256),
    FOREIGN KEY (proposal_id, maker, seen_sha256) REFERENCES proposal (id, maker, payload_sha256),
    UNIQUE (proposal_id, checker),
    UNIQUE (proposal_id, class));

-- A governed table: the engine gives where a row comes from and its payload; all else is derived from
-- the payload. A row comes from an approved proposal, or in a sandbox from a corridor.apply command.
CREATE TABLE corridor_version (
    proposal_id text UNIQUE REFERENCES proposal,
    command_id text UNIQUE REFERENCES command,
    payload text NOT NULL,
    corridor text NOT NULL CHECK (corridor <> '')
        GENERATED ALWAYS AS (payload::jsonb ->> 'corridor') STORED,
    version int NOT NULL CHECK (version >= 1)
        GENERATED ALWAYS AS ((payload::jsonb ->> 'version')::int) STORED,
    previous int GENERATED ALWAYS AS (nullif((payload::jsonb ->> 'version')::int - 1, 0)) STORED,
    status text NOT NULL
        CHECK (status IN ('draft', 'sandbox', 'enabled', 'suspended', 'stopped', 'retired'))
        GENERATED ALWAYS AS (payload::jsonb ->> 'status') STORED,
    asset text NOT NULL GENERATED ALWAYS AS (payload::jsonb ->> 'asset') STORED,
    rail text NOT NULL GENERATED ALWAYS AS (payload::jsonb ->> 'rail') STORED,
    PRIMARY KEY (corridor, version),
    FOREIGN KEY (corridor, previous) REFERENCES corridor_version (corridor, version),
    CHECK ((proposal_id IS NULL) <> (command_id IS NULL)));

-- The unique pair makes epoch a key column: FOR KEY SHARE on it lets a heartbeat pass, a new term not.
CREATE TABLE lease (
    name text PRIMARY KEY,
    epoch bigint NOT NULL,
    holder text NOT NULL,
    heartbeat bigint NOT NULL,
    UNIQUE (name, epoch));

CREATE TABLE journal_inbox (
    pos bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL UNIQUE,
    subject text NOT NULL,
    subject_version bigint NOT NULL,
    body text NOT NULL CHECK (starts_with(body, '{"') AND right(body, 1) = '}'
        AND strpos(body, '"prev":') = 0 AND strpos(body, '"seq":') = 0),
    UNIQUE (subject, subject_version));

CREATE TABLE journal (
    seq bigint PRIMARY KEY,
    id text NOT NULL UNIQUE,
    subject text NOT NULL,
    subject_version bigint NOT NULL,
    prev text NOT NULL,
    line text NOT NULL,
    hash text NOT NULL,
    UNIQUE (subject, subject_version));

CREATE TABLE upload (
    id text PRIMARY KEY CHECK (id ~ '^upl_[0-9A-HJKMNP-TV-Z]{26}$'),
    actor text NOT NULL,
    at bigint NOT NULL);

CREATE TABLE upload_part (
    upload_id text NOT NULL REFERENCES upload ON DELETE CASCADE,
    n int NOT NULL CHECK (n BETWEEN 0 AND 63),
    bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 1048576),
    PRIMARY KEY (upload_id, n));

-- The three doors that people have: submit, cancel, upload.

-- Answers the command's state; the same words under the same id again change nothing.
CREATE FUNCTION submit(p_id text, p_class text, p_kind text, p_subject text, p_subject_sha256 text,
                       p_payload text)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    known tieout.command;
    rule tieout.command_kind;
    t bigint := tieout.now_ms();
BEGIN
    SELECT k.* INTO rule FROM tieout.command_kind k JOIN tieout.command_class c USING (kind)
    WHERE k.kind = p_kind AND c.class = p_class AND c.may = 'submit';
    IF rule.kind IS NULL OR NOT tieout.holds(session_user, p_class) THEN
        RAISE 'tieout:class_may_not_submit % as %', p_kind, p_class
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF coalesce(octet_length(p_payload), 65537) > 65536 THEN
        RAISE 'tieout:payload_too_large' USING ERRCODE = 'program_limit_exceeded';
    END IF;
    IF NOT tieout.plain_object(p_payload) THEN
        RAISE 'tieout:payload_not_plain' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    INSERT INTO tieout.submitter VALUES (session_user, t)
        ON CONFLICT (actor) DO UPDATE SET last_at = excluded.last_at;

    SELECT * INTO known FROM tieout.command WHERE id = p_id;
    IF known.id IS NOT NULL THEN
        IF (known.actor, known.class, known.kind, known.subject, known.subject_sha256, known.payload)
            IS NOT DISTINCT FROM
           (session_user::text, p_class, p_kind, p_subject, p_subject_sha256, p_payload)
        THEN
            RETURN known.state;
        END IF;
        RAISE 'tieout:command_id_used' USING ERRCODE = 'unique_violation';
    END IF;
    IF (SELECT count(*) FILTER (WHERE state = 'waiting') >= 100 OR count(*) >= 600
        FROM tieout.command
        WHERE actor = session_user AND (state = 'waiting' OR submitted_at > t - 60000))
    THEN
        RAISE 'tieout:too_many_commands' USING ERRCODE = 'configuration_limit_exceeded';
    END IF;
    INSERT INTO tieout.command (id, actor, class, kind, subject, subject_sha256, payload,
                                payload_sha256, submitted_at, expires_at)
    VALUES (p_id, session_user, p_class, p_kind, p_subject, p_subject_sha256, p_payload,
            tieout.hex256(p_payload), t, t + rule.ttl_ms);
    PERFORM pg_notify('tieout', 'command');
    RETURN 'waiting';
END $$;

-- Works while no engine runs. Answers the state that the command then has.
CREATE FUNCTION cancel(p_id text)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    now_state text;
BEGIN
    UPDATE tieout.command SET state = 'cancelled'
    WHERE id = p_id AND actor = session_user AND state = 'waiting';
    SELECT state INTO now_state FROM tieout.command WHERE id = p_id AND actor = session_user;
    IF now_state IS NULL THEN
        RAISE 'tieout:not_your_command' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM pg_notify('tieout', 'command');
    RETURN now_state;
END $$;

CREATE FUNCTION upload(p_id text, p_n int, p_bytes bytea)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    t bigint := tieout.now_ms();
BEGIN
    IF NOT EXISTS (SELECT FROM tieout.command_class
                   WHERE kind = 'file.import' AND may = 'submit' AND tieout.holds(session_user, class))
    THEN
        RAISE 'tieout:class_may_not_upload' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO tieout.submitter VALUES (session_user, t)
        ON CONFLICT (actor) DO UPDATE SET last_at = excluded.last_at;
    INSERT INTO tieout.upload VALUES (p_id, session_user, t) ON CONFLICT DO NOTHING;
    IF (SELECT actor FROM tieout.upload WHERE id = p_id) IS DISTINCT FROM session_user THEN
        RAISE 'tieout:upload_id_used' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT FROM tieout.upload_part
               WHERE upload_id = p_id AND n = p_n AND bytes = p_bytes)
    THEN
        RETURN 'again';
    END IF;
    IF (SELECT coalesce(sum(octet_length(bytes)), 0) + octet_length(p_bytes) > 67108864
            OR count(*) >= 256
        FROM tieout.upload_part p JOIN tieout.upload u ON u.id = p.upload_id
        WHERE u.actor = session_user)
    THEN
        RAISE 'tieout:too_much_uploaded' USING ERRCODE = 'configuration_limit_exceeded';
    END IF;
    INSERT INTO tieout.upload_part VALUES (p_id, p_n, p_bytes);
    RETURN 'stored';
END $$;

-- Trigger functions run as whoever writes: the engine's login, or the owner inside a door.

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE 'tieout:kept % on %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

-- An engine's transaction says its term in tieout.epoch; without one, or with an old one, nothing it
-- writes goes through. The shared lock makes a new term wait for this transaction's end.
CREATE FUNCTION fence() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM tieout.lease
    WHERE name = 'engine' AND epoch = nullif(current_setting('tieout.epoch', true), '')::bigint
    FOR KEY SHARE;
    IF NOT FOUND THEN
        RAISE 'tieout:lease_lost' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION command_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    t bigint := tieout.now_ms();
    ok boolean;
BEGIN
    IF (NEW.id, NEW.actor, NEW.class, NEW.kind, NEW.subject, NEW.subject_sha256, NEW.payload,
        NEW.payload_sha256, NEW.submitted_at, NEW.expires_at)
        IS DISTINCT FROM
       (OLD.id, OLD.actor, OLD.class, OLD.kind, OLD.subject, OLD.subject_sha256, OLD.payload,
        OLD.payload_sha256, OLD.submitted_at, OLD.expires_at)
    THEN
        RAISE 'tieout:command_frozen' USING ERRCODE = 'insufficient_privilege';
    END IF;
    ok := CASE OLD.state || ' ' || NEW.state
        WHEN 'waiting done' THEN t <= OLD.expires_at AND tieout.holds(OLD.actor, OLD.class)
        -- Only long kinds run: an approval parked in running would be an approval out of its time.
        WHEN 'waiting running' THEN t <= OLD.expires_at AND tieout.holds(OLD.actor, OLD.class)
            AND (SELECT long FROM tieout.command_kind WHERE kind = OLD.kind)
        WHEN 'waiting refused' THEN true
        WHEN 'waiting expired' THEN t > OLD.expires_at
        WHEN 'waiting cancelled' THEN current_user = 'tieout_{env}_owner' -- only within cancel()
        ELSE OLD.state = 'running' AND NEW.state IN ('running', 'done', 'refused', 'failed')
    END;
    IF ok IS NOT TRUE THEN
        RAISE 'tieout:command_step % to %', OLD.state, NEW.state
            USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    NEW.finished_at := CASE WHEN NEW.state <> 'running' THEN t END;
    RETURN NEW;
END $$;

CREATE FUNCTION proposal_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF OLD.state <> 'open' OR (NEW.id, NEW.maker, NEW.kind, NEW.payload_sha256)
        IS DISTINCT FROM (OLD.id, OLD.maker, OLD.kind, OLD.payload_sha256)
    THEN
        RAISE 'tieout:proposal_frozen' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    RETURN NEW;
END $$;

-- Guards a governed table. Arguments: the kind of proposal that may back a row, and the kind of command
-- that may instead, in a sandbox. An approval counts when its command is done, which command_step
-- allows only in time and to somebody who then held the class. A veto counts from its submission.
CREATE FUNCTION approved() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    p tieout.proposal;
    c tieout.command;
    rule tieout.command_kind;
    n int;
BEGIN
    IF NEW.proposal_id IS NULL THEN
        SELECT * INTO c FROM tieout.command
        WHERE id = NEW.command_id AND kind = TG_ARGV[1] AND payload = NEW.payload
          AND (state = 'done' OR state = 'waiting' AND tieout.now_ms() <= expires_at);
        IF c.id IS NULL OR (SELECT name FROM tieout.environment WHERE id = 1) IS DISTINCT FROM 'sandbox' THEN
            RAISE 'tieout:not_approved' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
    END IF;
    SELECT * INTO p FROM tieout.proposal
    WHERE id = NEW.proposal_id AND kind = TG_ARGV[0] AND state = 'open' FOR UPDATE;
    SELECT * INTO rule FROM tieout.command_kind WHERE kind = p.kind;
    SELECT * INTO c FROM tieout.command
    WHERE id = p.id AND state = 'done' AND submitted_at + rule.open_ms >= tieout.now_ms();
    IF c.id IS NULL THEN
        RAISE 'tieout:proposal_not_open' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    IF NEW.payload IS DISTINCT FROM c.payload THEN
        RAISE 'tieout:not_what_was_approved' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT count(*) INTO n FROM tieout.approval a
    JOIN tieout.command ac ON ac.id = a.command_id AND ac.state = 'done'
    JOIN tieout.command_class cc ON cc.kind = p.kind AND cc.class = a.class AND cc.may = 'approve'
    WHERE a.proposal_id = p.id;
    IF rule.needed < 1 OR n < rule.needed THEN
        RAISE 'tieout:not_approved % of %', n, rule.needed USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF EXISTS (SELECT FROM tieout.command v
               WHERE v.subject = p.id AND v.state IN ('waiting', 'done')
                 AND (v.kind = 'proposal.reject'
                      OR v.kind = 'proposal.withdraw' AND v.actor = p.maker))
    THEN
        RAISE 'tieout:proposal_vetoed' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    UPDATE tieout.proposal SET state = 'applied' WHERE id = p.id;
    RETURN NEW;
END $$;

-- Looks again at commit: a row that came from a command stands only if that command ended as done.
CREATE FUNCTION command_ended() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.command_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM tieout.command WHERE id = NEW.command_id AND state = 'done')
    THEN
        RAISE 'tieout:not_approved' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END $$;

-- A new term begins after 15 s of silence, or at once when the old holder left in order (heartbeat 0).
CREATE FUNCTION lease_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    t bigint := tieout.now_ms();
BEGIN
    IF NEW.name = OLD.name
        AND (NEW.epoch = OLD.epoch + 1 AND OLD.heartbeat < t - 15000
             OR (NEW.epoch, NEW.holder) = (OLD.epoch, OLD.holder)
                AND current_setting('tieout.epoch', true) = OLD.epoch::text)
    THEN
        NEW.heartbeat := CASE WHEN NEW.heartbeat = 0 THEN 0 ELSE t END;
        RETURN NEW;
    END IF;
    RAISE 'tieout:lease_held' USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;

-- AFTER the insert: its unique index has by then waited for a sealer that holds the same key, and this
-- query sees what the sealer committed. That needs read committed.
CREATE FUNCTION inbox_fresh() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
    SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed'
        OR EXISTS (SELECT FROM added a JOIN tieout.journal j ON j.id = a.id)
        OR EXISTS (SELECT FROM added a JOIN tieout.journal j
            ON (j.subject, j.subject_version) = (a.subject, a.subject_version))
    THEN
        RAISE 'tieout:already_sealed' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION inbox_sealed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM tieout.journal j
                   WHERE j.id = OLD.id AND j.line = tieout.journal_line(OLD.body, j.prev, j.seq))
    THEN
        RAISE 'tieout:not_sealed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END $$;

CREATE FUNCTION journal_chain() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    inbox tieout.journal_inbox;
    head tieout.journal;
BEGIN
    SELECT * INTO inbox FROM tieout.journal_inbox WHERE id = NEW.id;
    SELECT * INTO head FROM tieout.journal ORDER BY seq DESC LIMIT 1;
    IF (NEW.seq, NEW.prev, NEW.subject, NEW.subject_version, NEW.line, NEW.hash) IS DISTINCT FROM
       (coalesce(head.seq, 0) + 1, coalesce(head.hash, repeat('0', 64)), inbox.subject,
        inbox.subject_version, tieout.journal_line(inbox.body, NEW.prev, NEW.seq),
        tieout.hex256(NEW.line))
    THEN
        RAISE 'tieout:not_the_next_link' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER step BEFORE UPDATE ON command FOR EACH ROW EXECUTE FUNCTION command_step();
CREATE TRIGGER step BEFORE UPDATE ON proposal FOR EACH ROW EXECUTE FUNCTION proposal_step();
CREATE TRIGGER step BEFORE UPDATE ON lease FOR EACH ROW EXECUTE FUNCTION lease_step();
CREATE TRIGGER approved BEFORE INSERT ON corridor_version
    FOR EACH ROW EXECUTE FUNCTION approved('corridor.propose', 'corridor.apply');
CREATE CONSTRAINT TRIGGER ended AFTER INSERT ON corridor_version DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION command_ended();
CREATE TRIGGER fresh AFTER INSERT ON journal_inbox REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION inbox_fresh();
CREATE TRIGGER sealed BEFORE DELETE ON journal_inbox FOR EACH ROW EXECUTE FUNCTION inbox_sealed();
CREATE TRIGGER chain BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION journal_chain();

-- Per statement, so that a batch of a hundred thousand rows pays for one look at the lease. The same
-- call serves every table of state that a later migration brings.
CREATE PROCEDURE fence_table(table_name text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER fence BEFORE INSERT OR UPDATE OR DELETE ON tieout.%I '
                   'WHEN (current_user <> ''tieout_{env}_owner'') EXECUTE FUNCTION tieout.fence()',
                   table_name);
END $$;

-- Refuses what the list of operations says ("UPDATE OR DELETE"), to the owner as well.
CREATE PROCEDURE keep_table(table_name text, operations text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER kept BEFORE %s ON tieout.%I EXECUTE FUNCTION tieout.refuse()',
                   operations, table_name);
END $$;

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY '{approval,corridor_version,journal}'::text[] LOOP
        CALL tieout.keep_table(t, 'UPDATE OR DELETE OR TRUNCATE');
    END LOOP;
    FOREACH t IN ARRAY '{command,proposal,lease}'::text[] LOOP
        CALL tieout.keep_table(t, 'DELETE OR TRUNCATE');
    END LOOP;
    CALL tieout.keep_table('journal_inbox', 'UPDATE OR TRUNCATE');
    FOREACH t IN ARRAY '{command,proposal,approval,corridor_version,journal_inbox,journal,upload}'::text[] LOOP
        CALL tieout.fence_table(t);
    END LOOP;
END $$;

GRANT SELECT ON command_kind, command_class, command, proposal, approval, corridor_version, lease,
    journal_inbox, journal, db_clock
    TO tieout_{env}_people, tieout_{env}_auditor, tieout_{env}_engine;
GRANT EXECUTE ON FUNCTION now_ms
    TO tieout_{env}_people, tieout_{env}_auditor, tieout_{env}_engine;
GRANT EXECUTE ON FUNCTION submit, upload, cancel TO tieout_{env}_people;
GRANT EXECUTE ON FUNCTION hex256, journal_line, holds TO tieout_{env}_engine;
GRANT UPDATE (state, result) ON command TO tieout_{env}_engine;
GRANT INSERT (id, maker, kind, payload_sha256), UPDATE (state) ON proposal TO tieout_{env}_engine;
GRANT INSERT ON approval, journal TO tieout_{env}_engine;
GRANT INSERT (proposal_id, command_id, payload) ON corridor_version TO tieout_{env}_engine;
GRANT UPDATE (epoch, holder, heartbeat) ON lease TO tieout_{env}_engine;
GRANT INSERT (id, subject, subject_version, body), DELETE ON journal_inbox TO tieout_{env}_engine;
GRANT SELECT, DELETE ON upload TO tieout_{env}_engine;
GRANT SELECT ON upload_part TO tieout_{env}_engine;

-- Enabled and not forced: the owner is the definer of the doors and nobody's login.
ALTER TABLE command ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON command FOR SELECT TO tieout_{env}_people USING (actor = session_user);
CREATE POLICY proposed ON command FOR SELECT TO tieout_{env}_people
    USING (kind IN (SELECT kind FROM tieout.command_kind WHERE needed > 0));
CREATE POLICY audited ON command FOR SELECT TO tieout_{env}_auditor USING (true);
CREATE POLICY run ON command TO tieout_{env}_engine USING (true);

INSERT INTO lease VALUES ('engine', 0, '', 0);

INSERT INTO command_kind (kind, ttl_ms, long, needed, open_ms) VALUES
    ('payment.create', 60000, false, 0, NULL),
    ('payment.cancel', 60000, false, 0, NULL),
    ('payment.reissue', 60000, false, 0, NULL),
    ('payment.hold', 60000, false, 0, NULL),
    ('payment.release', 60000, false, 0, NULL),
    ('transfer.link', 60000, false, 0, NULL),
    ('case.resolve', 60000, false, 0, NULL),
    ('rail.backfill', 60000, true, 0, NULL),
    ('rail.acknowledge', 60000, false, 0, NULL),
    ('source.test', 60000, true, 0, NULL),
    ('file.import', 60000, true, 0, NULL),
    ('sandbox.speed', 60000, false, 0, NULL),
    ('sandbox.scenario', 60000, false, 0, NULL),
    ('view.save', 60000, false, 0, NULL),
    ('view.delete', 60000, false, 0, NULL),
    ('corridor.apply', 60000, false, 0, NULL),
    ('corridor.propose', 60000, false, 2, 1209600000),
    ('proposal.approve', 900000, false, 0, NULL),
    ('proposal.reject', 900000, false, 0, NULL),
    ('proposal.withdraw', 60000, false, 0, NULL);

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
