-- What people decide is kept too, with what they chose as codes; on whose behalf a deputy acted; and which case or line a row is about.
alter table access_log drop constraint access_log_outcome_check;
alter table access_log add constraint access_log_outcome_check check (outcome in ('read', 'refused', 'done', 'decided'));
alter table access_log add column choice varchar(400);
alter table access_log add column on_behalf_of varchar(255);
alter table access_log add column about varchar(40) generated always as (substring(subject from 'PC-[0-9]{4}-[0-9]{6,}|L-[0-9]+')) stored;
create index access_log_about on access_log (about, at);
create index access_log_at on access_log (at desc, id desc);

-- The chain: every row of access_log is sealed once, in the order in which the sealer came upon it. A hash covers the row, its place, the time of
-- sealing and the hash before it. A seal without a row says that the sealer was at work; all_sealed, that no other row waited then.
create table audit_seal (
    seq        bigint primary key check (seq > 0),
    row_id     bigint unique references access_log (id),
    sealed_at  timestamptz not null,
    all_sealed boolean not null,
    hash       bytea not null check (length(hash) = 32)
);

create or replace function access_log_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_seal_append_only before update or delete on audit_seal
    for each row execute function access_log_is_append_only();
create trigger audit_seal_no_truncate before truncate on audit_seal
    for each statement execute function access_log_is_append_only();
