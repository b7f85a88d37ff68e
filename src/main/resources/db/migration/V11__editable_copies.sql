-- A letter's Word document, for whoever edits: a document beside the one that was sent, issued with it.
alter table document add column editable_id bigint references document;
create index on document (editable_id);
