-- Whether a moderator has looked at it as it is now and found nothing wrong.
alter table comment add column cleared boolean default false not null;
-- A rule's sentence, and a moderator's own words behind it.
alter table comment alter column hidden_reason set data type varchar(2000);
create index comment_state on comment (state, id);

-- Until when somebody may not post, and why; and the latest warning in the log that they have read.
alter table member add column suspended_until timestamp(6) with time zone;
alter table member add column suspended_reason varchar(2000);
alter table member add column warned_up_to bigint default 0 not null;
