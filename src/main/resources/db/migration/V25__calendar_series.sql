-- Several meetings as one series in people's calendars: one UID and one sequence for all of them, and the rule by which calendars repeat them.
create table calendar_series (
    uid          varchar(120) primary key check (uid ~ '^[A-Za-z0-9-]+$'),
    business_key varchar(40)  not null,
    sequence     int          not null check (sequence >= 0),
    rule         varchar(100) not null check (rule ~ '^FREQ='),
    version      bigint       not null default 0
);
create index on calendar_series (business_key);

-- A meeting of a series has the slot of the rule that it stands for; meetings that were invited singly go on having a UID of their own.
alter table calendar_entry add column series_uid varchar(120) references calendar_series on delete cascade;
alter table calendar_entry add column slot timestamp;
alter table calendar_entry add constraint calendar_entry_of_a_series_has_a_slot check ((series_uid is null) = (slot is null));
create index on calendar_entry (series_uid);
