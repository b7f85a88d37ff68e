create table form_draft (
    id       bigint generated always as identity primary key,
    place    varchar(120) not null,
    user_id  varchar(64)  not null,
    body     text         not null,
    saved_at timestamp    not null,
    unique (place, user_id)
);
