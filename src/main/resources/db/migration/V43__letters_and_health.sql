-- What tells that health came up in a case is read by those who work on it, and goes into no letter or hand-over pack.
alter table performance_case_entry add column restricted boolean not null default false;
update performance_case_entry set restricted = true
where what = 'Disclosure recorded in the restricted part'
   or what like 'Referral to Occupational Health %'
   or what like 'Occupational Health: %'
   or what = 'Colleague declined the referral to Occupational Health'
   or what = 'Colleague withdrew their consent to the referral';

-- How often monitoring began again after an outcome: the same end, come to a second time, is told a second time.
alter table performance_case add column times_returned int not null default 0 check (times_returned >= 0);
update performance_case c set times_returned = (select count(*) from performance_case_entry e where e.case_number = c.number
    and (e.what = 'HR confirmed the return to monitoring' or e.what like 'Decided: back to monitoring until %'));

-- Which state of the case the enclosures of a correction show, so that none goes out that was overtaken while HR looked at it; null where nothing can be.
alter table letter_correction add column enclosed varchar(60);
