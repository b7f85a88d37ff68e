-- Requests of people for what is kept about them (UK GDPR Art. 15). What was collected is sealed, and goes once the request is answered.
create table subject_access_request (
    number           varchar(20)  primary key check (number ~ '^SAR-[0-9]{4}-[0-9]{6}$'),
    staff_number     varchar(20)  not null references staff_member,
    received_on      date         not null,
    identity_checked varchar(10000) not null check (identity_checked <> ''),
    scope            varchar(10000),
    handled_by       varchar(64)  not null,
    started_at       timestamp    not null,
    due_on           date         not null,
    extended_until   date,
    extension_reason varchar(10000),
    extended_on      date,
    state            varchar(12)  not null check (state in ('review', 'issued', 'refused', 'withdrawn')),
    decision_reason  varchar(10000),
    ended_on         date,
    collected_at     timestamp,
    pack             bytea,
    redactions       bytea,
    constraint subject_access_extended check ((extended_until is null) = (extension_reason is null) and (extended_until is null) = (extended_on is null)),
    constraint subject_access_ended check ((state = 'review') = (ended_on is null) and (ended_on is null or pack is null)),
    constraint subject_access_refused_with_reason check (state <> 'refused' or decision_reason is not null)
);
create unique index subject_access_one_open on subject_access_request (staff_number) where ended_on is null;
create table subject_access_number (
    year int primary key,
    last int not null check (last between 0 and 999999)
);
