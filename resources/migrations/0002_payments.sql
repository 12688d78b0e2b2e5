-- SPDX-License-Identifier: GPL-3.0-or-later
-- The commerce plane: what the money was for, and what people decided about it.

CREATE TABLE merchant (
    id {text} PRIMARY KEY,
    name {text} NOT NULL UNIQUE,
    created_at {int} NOT NULL,
    version {int} NOT NULL
){strict};

CREATE TABLE merchant_corridor (
    merchant_id {text} NOT NULL REFERENCES merchant,
    corridor {text} NOT NULL,
    PRIMARY KEY (merchant_id, corridor)
){strict};

-- The first block of columns are the terms, frozen when the payment is made; then the facts that are
-- one per payment; then the projection that actions write and `tieoutd verify` compares.
CREATE TABLE payment (
    id {text} PRIMARY KEY,
    merchant_id {text} NOT NULL REFERENCES merchant,
    corridor {text} NOT NULL,
    corridor_version {int} NOT NULL,
    rail {int} NOT NULL REFERENCES rail,
    token_id {int} NOT NULL REFERENCES token,
    symbol {text} NOT NULL,
    decimals {int} NOT NULL,
    due {amount} NOT NULL,
    policy {text} NOT NULL,
    created_at {int} NOT NULL,
    expires_at {int} NOT NULL,
    top_up_until {int} NOT NULL,
    order_reference {text} NOT NULL,
    customer {text} NOT NULL,
    idempotency_key {text},
    correlation_id {text} NOT NULL,

    cancelled_at {int},
    expired_at {int},
    top_up_closed_at {int},
    accepted_shortfall {amount} NOT NULL,
    fulfilment {text} NOT NULL,
    released_at {int},

    status {text} NOT NULL,
    detection {text} NOT NULL,
    confirmation {text} NOT NULL,
    recognition {text} NOT NULL,
    verdict {text} NOT NULL,
    labels {text} NOT NULL,
    received {amount} NOT NULL,
    confirmed {amount} NOT NULL,
    remaining {amount} NOT NULL,
    deciding_number {int},
    required {text} NOT NULL,
    confirmed_at {int},
    final_at {int},
    updated_at {int} NOT NULL,
    version {int} NOT NULL
){strict};
CREATE UNIQUE INDEX payment_once ON payment (merchant_id, idempotency_key)
    WHERE idempotency_key IS NOT NULL;
CREATE INDEX payment_created ON payment (created_at, id);
CREATE INDEX payment_status ON payment (status, created_at, id);
CREATE INDEX payment_corridor ON payment (corridor, created_at, id);
CREATE INDEX payment_order ON payment (order_reference);
CREATE INDEX payment_confirmed ON payment (confirmed_at) WHERE confirmed_at IS NOT NULL;
CREATE INDEX payment_expiry ON payment (rail, expires_at) WHERE expired_at IS NULL AND cancelled_at IS NULL
    AND status = 'pending';

-- Where the money is expected: an address of its own, or a shared one with a reference. A reissued
-- payment has several; old ones stay watched.
CREATE TABLE binding (
    id {text} PRIMARY KEY,
    payment_id {text} NOT NULL REFERENCES payment,
    rail {int} NOT NULL REFERENCES rail,
    account {bytes} NOT NULL,
    reference {text} NOT NULL,
    xpub {int} REFERENCES xpub,
    position {int},
    created_at {int} NOT NULL,
    replaced_at {int},
    UNIQUE (rail, account, reference),
    UNIQUE (xpub, position)
){strict};
CREATE INDEX binding_payment ON binding (payment_id);
-- Without the rail: money on a network that isn't enabled finds its payment too.
CREATE INDEX binding_account ON binding (account, reference);

-- Links belong to the chain transaction and its destination, not to a block: a transaction mined
-- again keeps its link. A transfer counts for exactly one payment, and its binding names that one and
-- the rail.
CREATE TABLE transfer_payment (
    rail {int} NOT NULL,
    tx {bytes} NOT NULL,
    account {bytes} NOT NULL,
    reference {text} NOT NULL,
    payment_id {text} NOT NULL,
    binding_id {text} NOT NULL REFERENCES binding,
    linked_by {text} NOT NULL,
    linked_at {int} NOT NULL,
    PRIMARY KEY (rail, tx, account, reference)
){strict};
CREATE INDEX transfer_payment_payment ON transfer_payment (payment_id);
-- The few that people made.
CREATE INDEX transfer_payment_people ON transfer_payment (rail, account) WHERE linked_by <> 'engine';

CREATE TABLE hold (
    id {text} PRIMARY KEY,
    payment_id {text} NOT NULL REFERENCES payment,
    kind {text} NOT NULL,
    reason {text} NOT NULL,
    opened_at {int} NOT NULL,
    opened_by {text} NOT NULL,
    closed_at {int},
    closed_by {text},
    close_reason {text}
){strict};
CREATE INDEX hold_payment ON hold (payment_id);

-- A person's word about undecided money: it counts, or it doesn't.
CREATE TABLE decision (
    id {text} PRIMARY KEY,
    payment_id {text} NOT NULL REFERENCES payment,
    tx {bytes} NOT NULL,
    binding_id {text} NOT NULL REFERENCES binding,
    kind {text} NOT NULL CHECK (kind IN ('count', 'decline')),
    decided_at {int} NOT NULL,
    decided_by {text} NOT NULL,
    reason {text} NOT NULL
){strict};
CREATE INDEX decision_payment ON decision (payment_id);

-- A surplus given away: to the customer, or to another payment.
CREATE TABLE credit (
    id {text} PRIMARY KEY,
    payment_id {text} NOT NULL REFERENCES payment,
    to_payment_id {text} REFERENCES payment,
    kind {text} NOT NULL CHECK (kind IN ('credit', 'grace', 'applied')),
    amount {amount} NOT NULL,
    credited_at {int} NOT NULL,
    credited_by {text} NOT NULL,
    reason {text} NOT NULL
){strict};
CREATE INDEX credit_payment ON credit (payment_id);
CREATE INDEX credit_to_payment ON credit (to_payment_id);

CREATE TABLE refund (
    id {text} PRIMARY KEY,
    payment_id {text} NOT NULL REFERENCES payment,
    kind {text} NOT NULL CHECK (kind IN ('surplus', 'partial', 'closing', 'undecided')),
    state {text} NOT NULL,
    amount {amount} NOT NULL,
    opened_at {int} NOT NULL,
    opened_by {text} NOT NULL,
    approved_at {int},
    confirmed_at {int}
){strict};
CREATE INDEX refund_payment ON refund (payment_id);

-- One subject and one code make one open case.
CREATE TABLE exception_case (
    id {text} PRIMARY KEY,
    code {text} NOT NULL,
    severity {int} NOT NULL CHECK (severity BETWEEN 1 AND 4),
    plane {text} NOT NULL,
    owner {text} NOT NULL,
    subject {text} NOT NULL,
    payment_id {text} REFERENCES payment,
    tx {bytes},
    binding_id {text} REFERENCES binding,
    state {text} NOT NULL CHECK (state IN ('open', 'resolved')),
    evidence {text} NOT NULL,
    opened_at {int} NOT NULL,
    due_at {int},
    resolved_at {int},
    resolved_by {text},
    resolution {text},
    reason {text},
    version {int} NOT NULL
){strict};
CREATE UNIQUE INDEX case_open ON exception_case (subject, code) WHERE state = 'open';
CREATE INDEX case_subject ON exception_case (subject, code);
CREATE INDEX case_payment ON exception_case (payment_id);
CREATE INDEX case_queue ON exception_case (state, severity, opened_at);

-- The outbox: immutable events. Deliveries come with the endpoints; outbox_due is what a deliverer
-- claims.
CREATE TABLE event (
    id {text} PRIMARY KEY,
    type {text} NOT NULL,
    schema_version {int} NOT NULL,
    subject {text} NOT NULL,
    subject_version {int} NOT NULL,
    step {int} NOT NULL,
    correlation_id {text} NOT NULL,
    payload {text} NOT NULL,
    at {int} NOT NULL
){strict};
-- step orders the events of one version of a subject.
CREATE INDEX event_subject ON event (subject, subject_version, step);

CREATE TABLE outbox_due (
    event_id {text} NOT NULL REFERENCES event,
    endpoint {text} NOT NULL,
    due_at {int} NOT NULL,
    leased_until {int},
    attempt {int} NOT NULL,
    PRIMARY KEY (event_id, endpoint)
){strict};
CREATE INDEX outbox_due_at ON outbox_due (due_at);

CREATE TABLE saved_view (
    id {text} PRIMARY KEY,
    owner {text} NOT NULL,
    shared_with {text} NOT NULL,
    page {text} NOT NULL,
    name {text} NOT NULL,
    body {text} NOT NULL,
    updated_at {int} NOT NULL,
    version {int} NOT NULL,
    UNIQUE (owner, page, name)
){strict};

-- Linked transfers that a rule has not reached yet: a mark that moves finds its payments here without
-- looking at the transfers. A row goes when its rule's mark passes its height, or with a rewind. It is
-- derived and written in bulk, so nothing is referenced.
CREATE TABLE awaiting (
    rail {int} NOT NULL,
    rule {text} NOT NULL,
    number {int} NOT NULL,
    payment_id {text} NOT NULL,
    PRIMARY KEY (rail, rule, number, payment_id)
){strict};
