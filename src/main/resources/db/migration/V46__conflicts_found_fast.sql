-- Before each query of the engine it is asked what is shut to the person: over all cases, ended ones too.
create index performance_case_about on performance_case (colleague);
create index performance_case_conflict_user on performance_case_conflict (user_id);
create index performance_case_conflict_person on performance_case_conflict (staff_number);
create index subject_access_request_person on subject_access_request (staff_number);
create index staff_member_user on staff_member (user_id);
