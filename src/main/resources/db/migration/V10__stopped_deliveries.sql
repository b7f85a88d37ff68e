-- What was not sent when the colleague left the Trust.
alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check check (state in ('waiting', 'sent', 'failed', 'received', 'printed', 'stopped'));
