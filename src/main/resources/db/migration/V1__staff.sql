-- The staff list, who reports to whom, and who is away.
create table staff_member (
    staff_number         varchar(20)  primary key check (staff_number ~ '^[A-Za-z0-9-]+$'),
    first_name           varchar(100) not null check (first_name <> ''),
    last_name            varchar(100) not null check (last_name <> ''),
    email                varchar(254) not null check (email like '%_@_%'),
    job_title            varchar(200) not null check (job_title <> ''),
    band                 varchar(10)  not null check (band in ('1', '2', '3', '4', '5', '6', '7', '8a', '8b', '8c', '8d', '9', 'VSM', 'Medical')),
    division             varchar(100) not null check (division <> ''),
    manager_staff_number varchar(20)  references staff_member deferrable initially deferred,
    user_id              varchar(64)  check (user_id ~ '^[A-Za-z0-9._@-]+$'),
    medical_or_dental    boolean      not null,
    site                 varchar(100) not null,
    started_on           date         not null,
    left_on              date,
    hr_divisions         varchar(1000) not null default '',
    -- false once a later staff list no longer names the person: the e-mail address and the sign-in are free again
    listed               boolean      not null default true,
    email_in_use         varchar(254) generated always as (case when listed then lower(email) end) stored,
    user_id_in_use       varchar(64)  generated always as (case when listed then lower(user_id) end) stored,
    constraint staff_member_own_manager check (manager_staff_number <> staff_number),
    constraint staff_member_left_after_start check (left_on >= started_on),
    constraint staff_member_unlisted_has_left check (listed or left_on is not null),
    -- checked at the end of a transaction: within one staff list two people may swap addresses
    constraint staff_member_email_in_use unique (email_in_use) deferrable initially deferred,
    constraint staff_member_user_id_in_use unique (user_id_in_use) deferrable initially deferred
);
create index staff_member_manager on staff_member (manager_staff_number);
create index staff_member_division on staff_member (division);
create index staff_member_name on staff_member (lower(last_name), lower(first_name));

create table line (
    id                     bigint generated always as identity primary key,
    manager_staff_number   varchar(20) not null references staff_member,
    colleague_staff_number varchar(20) not null references staff_member,
    started_on             date        not null,
    ended_on               date,
    usual_weekday          varchar(9)  not null check (usual_weekday in ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    usual_time             time        not null,
    usual_minutes          integer     not null check (usual_minutes between 15 and 240),
    additional_support     boolean     not null default false,
    -- whether its one-to-one cycle has been started in the process engine
    running                boolean     not null default false,
    constraint line_two_people check (manager_staff_number <> colleague_staff_number),
    constraint line_ended_after_start check (ended_on >= started_on)
);
create unique index line_one_manager_at_a_time on line (colleague_staff_number) where ended_on is null;
create index line_colleague on line (colleague_staff_number, id);
create index line_manager on line (manager_staff_number) where ended_on is null;

create table absence (
    id           bigint generated always as identity primary key,
    staff_number varchar(20) not null references staff_member,
    first_day    date        not null,
    last_day     date,
    constraint absence_last_not_before_first check (last_day >= first_day),
    constraint absence_one_per_first_day unique (staff_number, first_day)
);

create table staff_import (
    id          bigint generated always as identity primary key,
    file_name   varchar(255) not null,
    -- the list itself, kept only until it is applied or thrown away
    content     bytea,
    uploaded_by varchar(64)  not null,
    uploaded_at timestamptz  not null,
    applied_by  varchar(64),
    applied_at  timestamptz,
    people      integer      not null,
    joined      integer      not null,
    left_trust  integer      not null,
    changed     integer      not null,
    constraint staff_import_waits_or_applied check ((applied_at is null) = (content is not null) and (applied_at is null) = (applied_by is null))
);
