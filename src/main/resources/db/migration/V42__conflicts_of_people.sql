-- A conflict of interest is a person's, whatever sign-in they have at the time.
alter table performance_case_conflict add column staff_number varchar(20) references staff_member;
update performance_case_conflict c set staff_number = s.staff_number from staff_member s where s.user_id_in_use = lower(c.user_id);
