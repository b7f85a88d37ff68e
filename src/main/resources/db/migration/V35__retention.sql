-- The keys of single cases and documents, sealed themselves with the keyset from outside of the database: with its key a case's texts about health are
-- destroyed. V36 seals with them what was sealed with the keyset alone. Back this table up apart from the others, and keep its latest copy only.
create table sealing_key (
    name    varchar(64) primary key,
    wrapped bytea       not null check (octet_length(wrapped) > 0)
);

-- Nothing of a case is erased while it is held, e.g. for a tribunal.
create table legal_hold (
    id          bigint generated always as identity primary key,
    case_number varchar(14) not null references performance_case,
    reason      text        not null check (reason <> ''),
    set_by      varchar(64) not null,
    set_at      timestamp   not null,
    lift_reason text,
    lifted_by   varchar(64),
    lifted_at   timestamp,
    constraint legal_hold_lifted_by_somebody check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null))
);
create unique index legal_hold_one_at_a_time on legal_hold (case_number) where lifted_at is null;
create index legal_hold_case on legal_hold (case_number);

-- The Trust's HR has looked at this very schedule: nothing is erased by one that they have not.
create table retention_review (
    schedule    varchar(64) primary key check (schedule ~ '^[0-9a-f]{64}$'),
    reviewed_by varchar(64) not null,
    reviewed_at timestamp   not null
);

-- Every run of the schedule. What was erased stands here for good: what kind, which case, when, by which rule, and nothing else of it.
create table retention_run (
    id          bigint generated always as identity primary key,
    dry         boolean     not null,
    asked_by    varchar(64) not null,
    begun_at    timestamp   not null,
    finished_at timestamp,
    -- the day, of a run by night: one node does it
    night       date unique
);
create table retention_item (
    id     bigint generated always as identity primary key,
    run_id bigint       not null references retention_run,
    kind   varchar(40)  not null,
    -- a case or a line; null for what has no number of its own, or none that may be kept
    key    varchar(40),
    number int          not null check (number > 0),
    due_on date         not null,
    rule   varchar(200) not null,
    result varchar(12)  not null check (result in ('due', 'held', 'destroyed', 'failed')),
    at     timestamp    not null
);
create index retention_item_run on retention_item (run_id, id);
