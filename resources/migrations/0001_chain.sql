-- SPDX-License-Identifier: GPL-3.0-or-later
-- The chain plane: what moved, as the rails read it. Nothing here is edited by a person, and nothing
-- is deleted: a block that lost its place keeps its row and its transfers.

-- One row, written when the database is made and never changed: sandbox and production don't mix.
CREATE TABLE environment (
    id {int} PRIMARY KEY CHECK (id = 1),
    name {text} NOT NULL CHECK (name IN ('sandbox', 'production')),
    database_id {text} NOT NULL,
    created_at {int} NOT NULL
){strict};

-- explorer is the page of a transaction on the web, for people ("https://host/tx/{tx}"); empty: none.
CREATE TABLE rail (
    id {int} PRIMARY KEY,
    name {text} NOT NULL UNIQUE,
    family {text} NOT NULL,
    chain {text} NOT NULL UNIQUE,
    genesis {bytes},
    explorer {text} NOT NULL DEFAULT ''
){strict};

-- Where the watcher stands on a rail. finalized is kept as a maximum; a chain that takes it back
-- freezes the rail until a person acknowledges. finalized_head: the highest head with which that maximum
-- was stated. agreeing: distinct operators that named the last tip when they were asked; 0 when fewer
-- answered than the rail itself demands.
CREATE TABLE rail_state (
    rail {int} PRIMARY KEY REFERENCES rail,
    cursor_number {int} NOT NULL,
    cursor_hash {bytes} NOT NULL,
    cursor_time {int} NOT NULL,
    head_number {int} NOT NULL,
    head_time {int} NOT NULL,
    head_seen_at {int} NOT NULL,
    safe_number {int},
    finalized_number {int},
    finalized_head {int} NOT NULL DEFAULT -1,
    healthy {bool} NOT NULL,
    health_reason {text} NOT NULL,
    agreeing {int} NOT NULL DEFAULT 1,
    frozen_at {int},
    frozen_reason {text} NOT NULL,
    reorgs {int} NOT NULL,
    deepest_reorg {int} NOT NULL,
    version {int} NOT NULL
){strict};

CREATE TABLE source_health (
    rail {int} NOT NULL REFERENCES rail,
    name {text} NOT NULL,
    operator {text} NOT NULL,
    healthy {bool} NOT NULL,
    head {int} NOT NULL,
    requests {int} NOT NULL,
    failures {int} NOT NULL,
    latency_ms {int} NOT NULL,
    span {int} NOT NULL,
    last_error {text} NOT NULL,
    retry_at {int} NOT NULL,
    updated_at {int} NOT NULL,
    PRIMARY KEY (rail, name)
){strict};

CREATE TABLE block (
    id {int} PRIMARY KEY,
    rail {int} NOT NULL REFERENCES rail,
    number {int} NOT NULL,
    hash {bytes} NOT NULL,
    parent {bytes} NOT NULL,
    time {int} NOT NULL,
    withdrawn_at {int},
    UNIQUE (rail, hash)
){strict};
-- One canonical block at a height.
CREATE UNIQUE INDEX block_canonical ON block (rail, number) WHERE withdrawn_at IS NULL;

CREATE TABLE token (
    id {int} PRIMARY KEY,
    rail {int} NOT NULL REFERENCES rail,
    account {bytes} NOT NULL,
    symbol {text} NOT NULL,
    decimals {int},
    listed {bool} NOT NULL,
    UNIQUE (rail, account)
){strict};

-- Slim and insert-only. amount is in minor units; an amount above 2^127 - 1 is 0 here and whole in
-- transfer_raw. Confirmed and Final are derived from height and promotion_mark.
CREATE TABLE transfer (
    block_id {int} NOT NULL,
    log_index {int} NOT NULL,
    tx {bytes} NOT NULL,
    token_id {int} NOT NULL,
    from_account {bytes} NOT NULL,
    to_account {bytes} NOT NULL,
    amount {amount} NOT NULL,
    reference {text},
    PRIMARY KEY (block_id, log_index)
){strict};
CREATE INDEX transfer_tx ON transfer (tx);

CREATE TABLE transfer_raw (
    block_id {int} NOT NULL,
    log_index {int} NOT NULL,
    word {bytes} NOT NULL,
    PRIMARY KEY (block_id, log_index)
){strict};

-- Linked transfers that had been Confirmed when their block was withdrawn: severity 1.
CREATE TABLE transfer_reached (
    block_id {int} NOT NULL,
    log_index {int} NOT NULL,
    PRIMARY KEY (block_id, log_index)
){strict};

-- What a transfer was recognised as, where it is not simply a payment's money: poison, sweep,
-- wrong-token, wrong-network, dust, treasury, unmatched.
CREATE TABLE transfer_label (
    block_id {int} NOT NULL,
    log_index {int} NOT NULL,
    label {text} NOT NULL,
    PRIMARY KEY (block_id, log_index, label)
){strict};

-- Seen in the mempool. Kept for ever: first seen decides whether money was late.
CREATE TABLE sighting (
    rail {int} NOT NULL REFERENCES rail,
    tx {bytes} NOT NULL,
    to_account {bytes} NOT NULL,
    token_id {int} NOT NULL,
    from_account {bytes} NOT NULL,
    amount {amount} NOT NULL,
    reference {text} NOT NULL,
    first_seen_at {int} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('seen', 'mined', 'replaced', 'dropped')),
    state_at {int} NOT NULL,
    replaced_by {bytes},
    PRIMARY KEY (rail, tx, to_account, token_id, reference)
){strict};
CREATE INDEX sighting_open ON sighting (rail, first_seen_at) WHERE state = 'seen';

-- Which blocks were read, from which source, at which scope, with which hash at the end. A second
-- reading whose transfers differ is counted, so that nobody takes the two for agreed.
CREATE TABLE coverage (
    rail {int} NOT NULL REFERENCES rail,
    from_number {int} NOT NULL,
    to_number {int} NOT NULL,
    end_hash {bytes} NOT NULL,
    scope {text} NOT NULL,
    filter_version {int} NOT NULL,
    source {text} NOT NULL,
    read_at {int} NOT NULL,
    second_source {text},
    second_read_at {int},
    differences {int} NOT NULL DEFAULT 0,
    PRIMARY KEY (rail, from_number),
    CHECK (from_number <= to_number)
){strict};

-- The height up to which a rule is satisfied. Advances while the rail is healthy and gapless, falls
-- with a rewind only.
CREATE TABLE promotion_mark (
    rail {int} NOT NULL REFERENCES rail,
    rule {text} NOT NULL,
    number {int} NOT NULL,
    moved_at {int} NOT NULL,
    PRIMARY KEY (rail, rule)
){strict};

-- Public keys only; an xprv is refused before it gets here. next_index is the next one to hand out,
-- watched_through the last one that the watcher acknowledged.
CREATE TABLE xpub (
    id {int} PRIMARY KEY,
    name {text} NOT NULL UNIQUE,
    family {text} NOT NULL,
    key {text} NOT NULL,
    next_index {int} NOT NULL,
    watched_through {int} NOT NULL
){strict};

CREATE TABLE deposit_address (
    account {bytes} NOT NULL,
    xpub {int} NOT NULL REFERENCES xpub,
    position {int} NOT NULL,
    PRIMARY KEY (account, xpub),
    UNIQUE (xpub, position)
){strict};

-- Addresses that are ours or known: classification comes before matching.
CREATE TABLE own_address (
    rail {int} NOT NULL REFERENCES rail,
    account {bytes} NOT NULL,
    kind {text} NOT NULL CHECK (kind IN ('treasury', 'hot-wallet', 'shared', 'gas', 'off-ramp', 'partner')),
    label {text} NOT NULL,
    added_at {int} NOT NULL,
    PRIMARY KEY (rail, account)
){strict};

-- The sandbox chain is a function of these.
CREATE TABLE sandbox_action (
    seq {int} PRIMARY KEY,
    rail {int} NOT NULL REFERENCES rail,
    at {int} NOT NULL,
    body {text} NOT NULL
){strict};

-- Work that a person asked for and that takes longer than a transaction.
CREATE TABLE backfill (
    id {text} PRIMARY KEY,
    rail {int} NOT NULL REFERENCES rail,
    from_number {int} NOT NULL,
    to_number {int} NOT NULL,
    next_number {int} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
    requested_by {text} NOT NULL,
    requested_at {int} NOT NULL,
    reason {text} NOT NULL
){strict};

-- Blocks that lost their place, found again when the chain returns to them.
CREATE INDEX block_withdrawn ON block (rail, number) WHERE withdrawn_at IS NOT NULL;
