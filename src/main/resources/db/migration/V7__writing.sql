-- What was posted here as a page shows it: HTML, made and cleaned once, when it was written. Where there is none, the
-- text is drawn as it stands: in documents, and in what was posted before.
alter table comment add column rendered text;
