-- A form's key with a hash of what it sent: the same sent twice is the same comment, also after a crash.
alter table comment add column idempotency_key varchar(64);
alter table comment add constraint comment_idempotency_key unique (idempotency_key);
