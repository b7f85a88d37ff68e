-- Whose account at the provider or directory a user name stands for.
create table provided_user (
    user_id  varchar(255) primary key,
    provider varchar(400) not null,
    subject  varchar(255) not null
);

-- Sign-ins that the provider has ended while their sessions were open, on whichever node: hashes of its names for session and person.
create table ended_session (
    subject  varchar(80) primary key,
    ended_at timestamptz not null
);
create index ended_session_ended_at on ended_session (ended_at);
