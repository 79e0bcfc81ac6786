-- Whether a moderator has looked at it as it is now and found nothing wrong.
alter table comment add column cleared boolean default false not null;
-- A rule's sentence, and a moderator's own words behind it.
alter table comment alter column hidden_reason set data type varchar(2000);
create index comment_state on comment (state, id);
