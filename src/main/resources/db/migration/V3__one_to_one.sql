-- One-to-ones: when they are, what was noted, and what a note keeps as examples and as support.
create table one_to_one (
    id            bigint generated always as identity primary key,
    line_id       bigint       not null references line,
    -- null while somebody is away without a known return
    planned_start timestamp,
    minutes       integer      not null check (minutes between 15 and 240),
    state         varchar(12)  not null check (state in ('planned', 'held', 'notAttended', 'cancelled')),
    recorded_on   date,
    constraint one_to_one_recorded check ((state in ('held', 'notAttended')) = (recorded_on is not null))
);
create unique index one_to_one_one_planned on one_to_one (line_id) where state = 'planned';
create index one_to_one_line on one_to_one (line_id, planned_start);

create table postponement (
    id            bigint generated always as identity primary key,
    one_to_one_id bigint        not null references one_to_one,
    moved_from    timestamp,
    moved_to      timestamp     not null,
    reason        varchar(10000) not null check (reason <> '')
);
create index postponement_one_to_one on postponement (one_to_one_id);

create table note (
    id                 bigint generated always as identity primary key,
    line_id            bigint      not null references line,
    one_to_one_id      bigint      unique references one_to_one,
    colleague          varchar(20) not null references staff_member,
    manager            varchar(20) not null references staff_member,
    held_on            date        not null,
    recorded_at        timestamp   not null,
    -- held before Fairway or on the way: the note that was sent then
    earlier            boolean     not null,
    text               varchar(10000),
    vital_stats        varchar(10000),
    -- only that it was covered (OTO-08): no text about wellbeing is kept
    wellbeing_discussed boolean    not null,
    constraint note_two_people check (colleague <> manager),
    constraint note_not_in_the_future check (held_on <= recorded_at::date),
    constraint note_of_a_one_to_one check (earlier = (one_to_one_id is null)),
    constraint note_earlier_has_text check (not earlier or text <> '')
);
create index note_colleague on note (colleague, held_on);
create index note_line on note (line_id, held_on);

create table note_task (
    note_id  bigint         not null references note,
    position integer        not null,
    task     varchar(10000) not null check (task <> ''),
    state    varchar(10)    not null check (state in ('onTrack', 'done', 'missed')),
    comment  varchar(10000),
    primary key (note_id, position)
);

create table note_action (
    note_id  bigint         not null references note,
    position integer        not null,
    action   varchar(10000) not null check (action <> ''),
    owner    varchar(10)    not null check (owner in ('manager', 'colleague')),
    due      date           not null,
    primary key (note_id, position)
);

create table example (
    id          bigint generated always as identity primary key,
    note_id     bigint         not null references note,
    colleague   varchar(20)    not null references staff_member,
    observed_on date           not null,
    kind        varchar(20)    not null check (kind in ('allocatedTask', 'quality', 'lateness', 'other')),
    expected    varchar(10000) not null check (expected <> ''),
    happened    varchar(10000) not null check (happened <> ''),
    cause       varchar(10000),
    raised      boolean        not null
);
create index example_colleague on example (colleague, observed_on);
create index example_note on example (note_id);

create table support_record (
    id        bigint generated always as identity primary key,
    note_id   bigint         not null references note,
    colleague varchar(20)    not null references staff_member,
    given_on  date           not null,
    kind      varchar(20)    not null check (kind in ('training', 'shadowing', 'mentoring', 'coaching', 'prioritisation', 'other')),
    what      varchar(10000) not null check (what <> ''),
    declined  boolean        not null
);
create index support_record_colleague on support_record (colleague, given_on);
create index support_record_note on support_record (note_id);
