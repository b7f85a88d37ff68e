-- Documents as they were issued. The bytes stand once, however often they are sent.
create table document_content (
    sha256  varchar(64) primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    content bytea not null check (octet_length(content) > 0)
);

create table document (
    id           bigint generated always as identity primary key,
    business_key varchar(40)  not null,
    kind         varchar(60)  not null check (kind ~ '^[a-z][A-Za-z]*$'),
    title        varchar(300) not null,
    file_name    varchar(200) not null,
    media_type   varchar(200) not null,
    sha256       varchar(64)     not null references document_content,
    issued_at    timestamp    not null,
    unique (business_key, kind, file_name, sha256)
);

create function refuse_change_of_issued() returns trigger language plpgsql as $$
begin
    raise exception 'an issued document never changes (%)', tg_table_name;
end
$$;
create trigger document_content_is_final before update on document_content for each row execute function refuse_change_of_issued();
create trigger document_is_final before update on document for each row execute function refuse_change_of_issued();

-- One row per message, written in the transaction of the step that sends it.
create table delivery (
    id              bigint generated always as identity primary key,
    business_key    varchar(40)   not null,
    kind            varchar(60)   not null check (kind ~ '^[a-z][A-Za-z]*$'),
    occurrence      varchar(160)  not null,
    message_id      varchar(200)  not null unique,
    to_staff_number varchar(20)   references staff_member,
    to_name         varchar(500)  not null,
    to_address      varchar(320),
    subject         varchar(500)  not null check (subject !~ '[[:cntrl:]]'),
    body            text          not null,
    receipt_needed  boolean       not null,
    hand_over_by    varchar(20)   references staff_member,
    state           varchar(10)   not null check (state in ('waiting', 'sent', 'failed', 'received', 'printed')),
    round           int           not null default 1 check (round > 0),
    fault           varchar(500),
    written_at      timestamp     not null,
    state_since     timestamp     not null,
    sent_at         timestamp,
    received_at     timestamp,
    handed_over_on  date,
    handed_over_how varchar(10000),
    version         bigint        not null default 0,
    unique (business_key, kind, occurrence),
    check (state <> 'sent' or sent_at is not null),
    check (state <> 'failed' or fault is not null),
    check (state <> 'received' or received_at is not null),
    check (state <> 'printed' or handed_over_on is not null),
    check (to_address is not null or hand_over_by is not null),
    check (not receipt_needed or hand_over_by is not null)
);

create table delivery_copy (
    delivery_id bigint       not null references delivery on delete cascade,
    position    int          not null,
    address     varchar(320) not null,
    primary key (delivery_id, position)
);

create table delivery_document (
    delivery_id bigint not null references delivery on delete cascade,
    position    int    not null,
    document_id bigint not null references document,
    primary key (delivery_id, position)
);
create index on delivery_document (document_id);

-- Every attempt, in a transaction of its own, so that it is kept when the attempt fails.
create table delivery_attempt (
    id          bigint generated always as identity primary key,
    delivery_id bigint    not null references delivery on delete cascade,
    round       int       not null,
    number      int       not null check (number > 0),
    started_at  timestamp not null,
    accepted_at timestamp,
    fault       varchar(500),
    unique (delivery_id, round, number),
    check (accepted_at is null or fault is null)
);

-- The right to the colleague's page: the hash of a random token, never the token. Each attempt has its own, since the one before may have reached the mailbox.
create table delivery_token (
    token_hash  varchar(64)  primary key check (token_hash ~ '^[0-9a-f]{64}$'),
    delivery_id bigint    not null references delivery on delete cascade,
    made_at     timestamp not null
);
create index on delivery_token (delivery_id);

-- The colleague's words about a letter, word for word (S1A-02).
create table colleague_comment (
    id          bigint generated always as identity primary key,
    delivery_id bigint         not null references delivery,
    text        varchar(10000) not null check (text <> ''),
    made_at     timestamp      not null,
    late        boolean        not null
);
create index on colleague_comment (delivery_id);

create table calendar_entry (
    uid             varchar(120) primary key check (uid ~ '^[A-Za-z0-9-]+$'),
    business_key    varchar(40)  not null,
    sequence        int          not null check (sequence >= 0),
    organizer_staff_number varchar(20) references staff_member,
    organizer_name  varchar(500) not null,
    organizer_email varchar(320),
    starts_at       timestamp    not null,
    minutes         int          not null check (minutes > 0),
    place           varchar(10000),
    subject         varchar(500) not null check (subject !~ '[[:cntrl:]]'),
    cancelled       boolean      not null default false,
    version         bigint       not null default 0
);
create index on calendar_entry (business_key);

create table calendar_attendee (
    uid          varchar(120) not null references calendar_entry on delete cascade,
    position     int          not null,
    staff_number varchar(20)  references staff_member,
    name         varchar(500) not null,
    email        varchar(320),
    primary key (uid, position)
);
