-- A colleague's page stays open for a working day at most, however often it is used.
alter table personal_session add column opened_at timestamp;
update personal_session set opened_at = used_at;
alter table personal_session alter column opened_at set not null;
