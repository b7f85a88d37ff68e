-- Whoever asks again while an answer is being made has asked anew, and has a month of their own: only the same request cannot be recorded twice.
drop index subject_access_one_open;
create unique index subject_access_once_a_day on subject_access_request (staff_number, received_on) where ended_on is null;
