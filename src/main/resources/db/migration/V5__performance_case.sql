-- A performance case from the concern to its end. People are staff numbers, users are user ids.
create table performance_case (
    number                    varchar(14) primary key check (number ~ '^PC-[0-9]{4}-[0-9]{6}$'),
    version                   bigint not null,
    colleague                 varchar(20) not null references staff_member,
    division                  varchar(100) not null,
    opened_on                 date not null,
    opened_by                 varchar(255) not null,
    concern_kind              varchar(20) not null check (concern_kind in ('allocatedTasks', 'targets', 'quality', 'timeKeeping', 'other')),
    description               text not null check (description <> ''),
    standard                  text not null check (standard <> ''),
    manager                   varchar(20) not null references staff_member,
    next_manager              varchar(20) references staff_member,
    next_manager_from         date,
    adviser                   varchar(20) references staff_member,
    next_adviser              varchar(20) references staff_member,
    next_adviser_from         date,
    deputy                    varchar(20) references staff_member,
    deputy_from               date,
    deputy_to                 date,
    stage                     varchar(24) not null check (stage in ('evidence', 'missingEvidence', 'courseOfAction', 'informalConversation',
                                  'timeToImprove', 'stage1', 'monitoring', 'formalStageDecision', 'watch', 'ended')),
    raised_on                 date,
    raised_in                 text,
    raised_in_note            bigint references note,
    time_given_until          date,
    evidence_sufficient       boolean,
    route                     varchar(24) check (route in ('informalConversation', 'stage1', 'conduct', 'healthOrAbsence', 'medicalStaffProcedure',
                                  'otherPolicy', 'moreEvidence', 'noAction')),
    route_confirmed_on        date,
    rationale                 text,
    hr_attends                boolean not null default false,
    medical_director_agreed_on date,
    spoken_to_on              date,
    conversation_held_on      date,
    conversation_said         text,
    conversation_view         text,
    improve_by                date,
    improve_by_set_on         date,
    improve_by_reason         text,
    more_time_given           int not null default 0 check (more_time_given >= 0),
    outcome                   varchar(16) check (outcome in ('standardMet', 'notMet', 'broughtForward')),
    outcome_on                date,
    watch_until               date,
    fell_description          text,
    ending_asked              varchar(16) check (ending_asked in ('notInstigated', 'routedElsewhere', 'improved', 'standardMet', 'sustained',
                                  'referred', 'closedByHr', 'withdrawn', 'left')),
    end_reason                text,
    ending                    varchar(16) check (ending in ('notInstigated', 'routedElsewhere', 'improved', 'standardMet', 'sustained',
                                  'referred', 'closedByHr', 'withdrawn', 'left')),
    ended_on                  date,
    constraint case_manager_is_not_the_colleague check (manager <> colleague and next_manager is distinct from colleague
        and adviser is distinct from colleague and next_adviser is distinct from colleague and deputy is distinct from colleague),
    constraint case_planned_changes_have_a_day check ((next_manager is null) = (next_manager_from is null)
        and (next_adviser is null) = (next_adviser_from is null)),
    constraint case_deputy_has_a_time check ((deputy is null) = (deputy_from is null) and (deputy is null) = (deputy_to is null)
        and deputy_to >= deputy_from),
    constraint case_route_has_a_rationale check (route is null or rationale <> '' and route_confirmed_on is not null),
    -- Nobody can override the evidence gate (PM-04): no case of this policy goes on without sufficient evidence.
    constraint case_goes_on_with_evidence check (stage not in ('informalConversation', 'timeToImprove', 'stage1', 'monitoring',
        'formalStageDecision', 'watch') or (evidence_sufficient is true and route in ('informalConversation', 'stage1'))),
    constraint case_time_is_given_after_the_conversation check ((conversation_held_on is null) = (improve_by is null)
        and (improve_by is null) = (improve_by_set_on is null) and improve_by > improve_by_set_on),
    constraint case_ends_once check ((ending is null) = (ended_on is null) and (ending is not null) = (stage = 'ended'))
);
-- One open case per colleague; a further concern is taken up by it.
create unique index performance_case_open on performance_case (colleague) where ended_on is null;
create index performance_case_managed_by on performance_case (manager) where ended_on is null;
create index performance_case_advised_by on performance_case (adviser) where ended_on is null;
create index performance_case_division on performance_case (division);

create table performance_case_number (
    year int primary key,
    last int not null check (last between 0 and 999999)
);

create table performance_case_example (
    case_number varchar(14) not null references performance_case,
    example_id  bigint not null references example,
    primary key (case_number, example_id)
);
create table performance_case_support (
    case_number varchar(14) not null references performance_case,
    support_id  bigint not null references support_record,
    primary key (case_number, support_id)
);
create table performance_case_missing (
    case_number varchar(14) not null references performance_case,
    what        varchar(10) not null check (what in ('example', 'support', 'raised')),
    primary key (case_number, what)
);
create table performance_case_agreed_support (
    case_number   varchar(14) not null references performance_case,
    kind          varchar(16) not null check (kind in ('training', 'shadowing', 'mentoring', 'coaching', 'prioritisation', 'other')),
    what          text not null check (what <> ''),
    agreed_by_day date
);
create index performance_case_agreed_support_case on performance_case_agreed_support (case_number);
-- Who managed the case from which day: their absences stop its clocks.
create table performance_case_manager (
    case_number  varchar(14) not null references performance_case,
    staff_number varchar(20) not null references staff_member,
    from_day     date not null,
    primary key (case_number, from_day)
);
create table performance_case_pause (
    case_number varchar(14) not null references performance_case,
    from_day    date not null,
    to_day      date check (to_day >= from_day),
    review_on   date not null,
    reason      text not null check (reason <> '')
);
-- A case is paused once at a time.
create unique index performance_case_pause_open on performance_case_pause (case_number) where to_day is null;
create index performance_case_pause_case on performance_case_pause (case_number);
create table performance_case_conflict (
    case_number varchar(14) not null references performance_case,
    user_id     varchar(255) not null,
    why         text not null check (why <> ''),
    declared_on date not null,
    declared_by varchar(255) not null,
    primary key (case_number, user_id)
);

-- Concerns that an open case took up.
create table performance_case_concern (
    id          bigint generated always as identity primary key,
    case_number varchar(14) not null references performance_case,
    kind        varchar(20) not null check (kind in ('allocatedTasks', 'targets', 'quality', 'timeKeeping', 'other')),
    description text not null check (description <> ''),
    standard    text not null check (standard <> ''),
    raised_on   date not null,
    raised_by   varchar(255) not null
);
create index performance_case_concern_case on performance_case_concern (case_number);

-- Restricted: HR of the case only.
create table performance_case_protected (
    id          bigint generated always as identity primary key,
    case_number varchar(14) not null references performance_case,
    factors     varchar(8) not null check (factors in ('none', 'present')),
    note        text,
    recorded_on date not null,
    recorded_by varchar(255) not null
);
create index performance_case_protected_case on performance_case_protected (case_number);

-- What happened in a case, in the order in which it was recorded. Rows are only ever added; nothing restricted stands here.
create table performance_case_entry (
    id          bigint generated always as identity primary key,
    case_number varchar(14) not null references performance_case,
    at          timestamptz not null,
    by_user     varchar(255),
    what        varchar(200) not null check (what <> ''),
    detail      text
);
create index performance_case_entry_case on performance_case_entry (case_number, id);
