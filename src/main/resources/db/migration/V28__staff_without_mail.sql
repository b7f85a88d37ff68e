-- Not everybody has a mailbox: their letters are printed and handed over. Whoever signs in has one.
alter table staff_member alter column email drop not null;
alter table staff_member add constraint staff_member_sign_in_has_mail check (email is not null or user_id is null);
