-- A referral is discussed before it is agreed or declined.
alter table referral drop constraint referral_state_check;
alter table referral add constraint referral_state_check check (state in ('discussed', 'agreed', 'sent', 'appointment', 'adviceReceived', 'declined', 'withdrawn'));
drop index referral_open;
create unique index referral_open on referral (case_number) where state in ('discussed', 'agreed', 'sent', 'appointment');
