-- The day of an appointment with Occupational Health, from which waiting for the advice counts.
alter table referral add column appointment_on date;

-- HR confirms a correction and it is sent in a step of its own; what HR said of one that was not confirmed is there when the letter is corrected again.
alter table letter_correction drop constraint letter_correction_state_check;
alter table letter_correction add constraint letter_correction_state_check check (state in ('waiting', 'confirmed', 'issued', 'refused'));
alter table letter_correction add column changes varchar(10000) check (changes is null or changes <> '' and state = 'refused');

-- What the colleague gave on paper, and who recorded it.
alter table colleague_comment add column recorded_by varchar(255);
alter table colleague_comment add column recorded_at timestamp;
alter table colleague_comment add constraint colleague_comment_recorded check ((recorded_by is null) = (recorded_at is null));
