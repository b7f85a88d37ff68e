-- A letter that was sent is never overwritten: a correction is a version of its own that names the one it replaces. No version is replaced twice.
alter table delivery add column letter_version int not null default 1 check (letter_version > 0);
alter table delivery add column replaces_id bigint unique references delivery;
alter table delivery add constraint delivery_replaces check ((letter_version > 1) = (replaces_id is not null));

-- What was corrected, by whom, and the documents as they were seen: these are sent, at once or when HR has confirmed them.
create table letter_correction (
    id           bigint generated always as identity primary key,
    replaces_id  bigint         not null references delivery,
    state        varchar(10)    not null check (state in ('waiting', 'issued', 'refused')),
    what         varchar(10000) not null check (what <> ''),
    written_by   varchar(255)   not null,
    written_at   timestamp      not null,
    decided_by   varchar(255),
    decided_at   timestamp,
    version      bigint         not null default 0,
    check ((state = 'waiting') = (decided_at is null))
);
create unique index letter_correction_once on letter_correction (replaces_id) where state <> 'refused';

create table letter_correction_text (
    correction_id bigint         not null references letter_correction on delete cascade,
    part          varchar(60)    not null,
    text          varchar(10000) not null,
    primary key (correction_id, part)
);

create table letter_correction_document (
    correction_id bigint      not null references letter_correction on delete cascade,
    position      int         not null,
    document_id   bigint      not null references document,
    sha256        varchar(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (correction_id, position)
);
