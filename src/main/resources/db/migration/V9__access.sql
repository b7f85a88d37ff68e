-- Who looked at what, what was refused to whom, what was done out of the ordinary. Rows are only ever added.
create table access_log (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    outcome   varchar(8) not null check (outcome in ('read', 'refused', 'done')),
    what      varchar(80) not null,
    subject   varchar(400) not null,
    user_id   varchar(255),
    address   varchar(64)
);
create index access_log_subject on access_log (subject, at);
create index access_log_user on access_log (user_id, at);

create function access_log_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'access_log is append-only';
end $$;
create trigger access_log_append_only before update or delete on access_log
    for each row execute function access_log_is_append_only();
create trigger access_log_no_truncate before truncate on access_log
    for each statement execute function access_log_is_append_only();

-- What a sign-in needs beside the identity service: a first password has to be changed before anything else.
create table sign_in (
    user_id              varchar(255) primary key,
    must_change_password boolean not null,
    password_changed_at  timestamptz
);
