-- The month runs from the day of receipt, also while somebody's identity is not yet proven: it is proven before they get anything. Where the answer goes
-- when not to the staff mailbox, e.g. of somebody who has left; null: to the mailbox, or on paper.
alter table subject_access_request alter column identity_checked drop not null;
alter table subject_access_request add constraint subject_access_issued_to_whom_it_is_about check (state <> 'issued' or identity_checked is not null);
alter table subject_access_request add column send_to varchar(254) check (send_to like '%_@_%');
