-- What the manager approved is what is sent: the documents of the outcome letter, in the order in which they go, each with its hash.

create table stage1_letter_document (
    case_number varchar(14) not null references stage1_letter,
    position    integer     not null,
    document_id bigint      not null references document,
    sha256      varchar(64) not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (case_number, position)
);

-- The last day for comments that the approved letter names, and the version of the plan that goes with it.
alter table stage1_letter add column comments_until date;
alter table stage1_letter add column plan_version integer;
