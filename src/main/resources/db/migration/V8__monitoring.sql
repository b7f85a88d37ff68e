-- Reviews of an Improvement Action Plan (S1D-15, S1D-16), one row per agreed review or final review.
create table monitoring_review (
    id                      bigint generated always as identity primary key,
    case_number             varchar(14)  not null references performance_case,
    occurrence              integer      not null check (occurrence > 0),
    kind                    varchar(12)  not null check (kind in ('progress', 'finalReview')),
    state                   varchar(10)  not null check (state in ('due', 'held', 'lapsed')),
    due_on                  date         not null,
    moved_to                date,
    held_on                 date,
    recorded_at             timestamptz,
    recorded_by             varchar(64),
    barriers                text,
    colleague_view          text,
    declined_to_comment     boolean      not null default false,
    adjustments_considered  text,
    detriment               boolean      not null default false,
    detriment_reason        text,
    result                  varchar(12)  check (result in ('standardMet', 'extend', 'notMet', 'explain')),
    result_reason           text,
    unique (case_number, occurrence),
    check (state <> 'held' or (held_on is not null and recorded_at is not null and recorded_by is not null)),
    check (not detriment or detriment_reason is not null),
    check (kind = 'finalReview' or result is null),
    check (kind <> 'finalReview' or state <> 'held' or result is not null)
);
create unique index monitoring_review_one_due on monitoring_review (case_number) where state = 'due';

create table review_target (
    review_id   bigint      not null references monitoring_review on delete cascade,
    target_id   bigint      not null references target,
    state       varchar(8)  not null check (state in ('met', 'onTrack', 'notMet')),
    seen        text,
    primary key (review_id, target_id),
    check (state <> 'notMet' or seen is not null)
);

create table review_support (
    review_id        bigint       not null references monitoring_review on delete cascade,
    support_item_id  bigint       not null references support_item,
    state            varchar(10)  not null check (state in ('delivered', 'notYet', 'declined')),
    primary key (review_id, support_item_id)
);

-- A review that did not take place on its day: put off, or the colleague was not there.
create table review_missed (
    review_id    bigint       not null references monitoring_review on delete cascade,
    position     integer      not null,
    day          date         not null,
    outcome      varchar(12)  not null check (outcome in ('postponed', 'notAttended')),
    excused      varchar(24)  not null check (excused in ('no', 'sickness', 'companionUnavailable')),
    reason       text,
    moved_to     date,
    recorded_at  timestamptz  not null,
    recorded_by  varchar(64)  not null,
    primary key (review_id, position),
    check (outcome <> 'postponed' or (reason is not null and moved_to is not null))
);

-- A new end of a plan that monitoring asked for or decided, with HR's answer.
create table plan_end (
    id            bigint generated always as identity primary key,
    case_number   varchar(14)  not null references performance_case,
    cause         varchar(12)  not null check (cause in ('extension', 'omission')),
    ends_before   date         not null,
    ends_on       date         not null,
    reason        text,
    asked_by      varchar(64)  not null,
    asked_at      timestamptz  not null,
    asked_on      date         not null,
    agreed        boolean,
    hr_comment    text,
    decided_by    varchar(64),
    decided_at    timestamptz,
    decided_on    date,
    check ((agreed is null) = (decided_on is null)),
    check (agreed is null or (decided_by is not null and decided_at is not null)),
    check (cause <> 'extension' or reason is not null)
);
create unique index plan_end_one_undecided on plan_end (case_number) where agreed is null;

-- HR's account of what the Trust still owes the colleague, before a plan counts as not met or the formal stage is brought forward.
create table omission_explanation (
    id            bigint generated always as identity primary key,
    case_number   varchar(14)  not null references performance_case,
    rationale     text         not null check (length(trim(rationale)) > 0),
    go_ahead      boolean      not null,
    explained_by  varchar(64)  not null,
    explained_at  timestamptz  not null,
    explained_on  date         not null
);
create table omission_explained (
    explanation_id  bigint       not null references omission_explanation on delete cascade,
    position        integer      not null,
    kind            varchar(12)  not null check (kind in ('support', 'adjustment', 'advice', 'review')),
    reference       varchar(40)  not null,
    primary key (explanation_id, position)
);

-- HR's decision during monitoring whether the formal stage is brought forward (S1D-17).
create table formal_stage_consideration (
    id             bigint generated always as identity primary key,
    case_number    varchar(14)  not null references performance_case,
    bring_forward  boolean      not null,
    rationale      text         not null check (length(trim(rationale)) > 0),
    decided_by     varchar(64)  not null,
    decided_at     timestamptz  not null,
    decided_on     date         not null
);

create index plan_end_by_case on plan_end (case_number);
create index omission_explanation_by_case on omission_explanation (case_number);
create index formal_stage_consideration_by_case on formal_stage_consideration (case_number);
