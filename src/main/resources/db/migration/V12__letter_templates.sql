-- Every set of letter templates that was ever in use, whole, so that a case keeps the one that it began with whichever node writes its letters.
create table letter_template_set (
    sha256      varchar(64) primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    files       text        not null,
    accepted_at timestamp   not null
);

create table letter_templates_of_case (
    case_number varchar(40) primary key,
    sha256      varchar(64) not null references letter_template_set
);
