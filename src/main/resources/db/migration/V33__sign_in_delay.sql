-- Wrong passwords by user name (as a hash: people type passwords into the field for the name) and by address, on all nodes alike.
create table wrong_password (
    subject    varchar(80) primary key,
    wrong      integer not null check (wrong >= 0),
    last_at    timestamptz not null,
    wait_until timestamptz
);
create index wrong_password_last_at on wrong_password (last_at);
