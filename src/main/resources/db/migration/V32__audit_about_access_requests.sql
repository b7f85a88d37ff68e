-- A row can be about somebody's access request too. The number stands by itself, not in the middle of a word.
drop index access_log_about;
alter table access_log drop column about;
alter table access_log add column about varchar(40)
    generated always as (substring(subject from '\m(?:PC-[0-9]{4}-[0-9]{6,}|SAR-[0-9]{4}-[0-9]{6,}|L-[0-9]+)')) stored;
create index access_log_about on access_log (about, at);
