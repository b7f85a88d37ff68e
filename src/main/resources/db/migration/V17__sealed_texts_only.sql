-- The tables are written anew: rows and columns that are gone leave no readable text in the files of the database.
cluster health_note using health_note_pkey;
cluster referral using referral_pkey;
cluster referral_shared using referral_shared_pkey;
cluster performance_case_protected using performance_case_protected_pkey;
cluster support_item using support_item_pkey;
cluster stage1_meeting using stage1_meeting_pkey;
cluster monitoring_review using monitoring_review_pkey;
cluster form_draft using form_draft_pkey;
cluster document_content using document_content_pkey;
alter table health_note set without cluster;
alter table referral set without cluster;
alter table referral_shared set without cluster;
alter table performance_case_protected set without cluster;
alter table support_item set without cluster;
alter table stage1_meeting set without cluster;
alter table monitoring_review set without cluster;
alter table form_draft set without cluster;
alter table document_content set without cluster;

-- What must hold from now on.
alter table health_note alter note set not null;
alter table referral add constraint referral_sent_with_consent check (sent_on is null or (consent_given and completed_on is not null and reason is not null));
alter table referral_shared alter what set not null;
alter table performance_case_protected alter factors set not null;
alter table support_item add constraint support_item_sealed check ((what is null) = (adjustment and not in_letter) and (sealed_what is null) = (what is not null)
    and (sealed_detail is null or sealed_what is not null) and (detail is null or what is not null));
alter table form_draft alter body set not null;
alter table document_content add constraint document_content_kept check ((content is null) <> (sealed_content is null));
