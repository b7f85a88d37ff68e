-- Texts about health and other restricted texts are encrypted (fairway.secrecy.SealedColumn names every such column). Here their columns become
-- bytes; V16 seals what they held, and drops what was plain; V17 says what must hold from then on.

alter table health_note rename note to note_plain;
alter table health_note alter note_plain drop not null, add note bytea;

alter table referral drop constraint referral_check;
alter table referral rename reason to reason_plain;
alter table referral rename questions to questions_plain;
alter table referral rename fitness to fitness_plain;
alter table referral rename adjustments to adjustments_plain;
alter table referral rename restricted_note to restricted_note_plain;
alter table referral add reason bytea, add questions bytea, add fitness bytea, add adjustments bytea, add restricted_note bytea;

alter table referral_shared rename what to what_plain;
alter table referral_shared alter what_plain drop not null, add what bytea;

alter table performance_case_protected rename factors to factors_plain;
alter table performance_case_protected rename note to note_plain;
alter table performance_case_protected alter factors_plain drop not null, add factors bytea, add note bytea;

-- An adjustment that letters do not name; others are named in letter and plan, and stay as they are.
alter table support_item alter what drop not null, add sealed_what bytea, add sealed_detail bytea;

alter table monitoring_review rename adjustments_considered to adjustments_considered_plain;
alter table monitoring_review add adjustments_considered bytea;

-- Why no adjustment was needed or wanted is about health too: it goes to the notes.
alter table health_note drop constraint health_note_source_check;
alter table health_note add constraint health_note_source_check
    check (source in ('informalConversation', 'stage1Meeting', 'progressReview', 'disclosure', 'occupationalHealth', 'adjustments'));
insert into health_note (case_number, source, note_plain, written_by, written_at)
    select case_number, 'adjustments', adjustments_reason, recorded_by, recorded_at from stage1_meeting where adjustments_reason is not null and held_on is not null;
alter table stage1_meeting drop column adjustments_reason;

-- A draft may hold any field of its form.
alter table form_draft rename body to body_plain;
alter table form_draft alter body_plain drop not null, add body bytea;

-- Referrals as they were issued. Sealed anew with another key, a document stays the one that was issued: its hash says so at each reading.
alter table document_content alter content drop not null, add sealed_content bytea;
drop trigger document_content_is_final on document_content;
create trigger document_content_is_final before update on document_content for each row
    when (new.sha256 <> old.sha256 or new.sealed_content is null or new.content is not null) execute function refuse_change_of_issued();

-- By this a start recognises whether its keys are those of the database.
create table sealed_with (
    id    integer primary key check (id = 1),
    proof bytea not null
);
