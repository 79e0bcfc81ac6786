-- A row is what moderators chose for a commenting rule: in one discussion, or, without one, on the whole site. Where
-- nobody chose, the notice and the built-in rules hold; they are in the document and in the code, never copied here.
alter table commenting_rule alter column discussion_id drop not null;
alter table commenting_rule add column sentence varchar(1000);
alter table commenting_rule add column limits varchar(200) default '' not null;
alter table commenting_rule add column words text default '' not null;

-- A changed rule is told from what to what, both sentences with it.
alter table moderation_log alter column reason set data type varchar(4000);

-- How lively a discussion is, and when something was last said in it.
create index comment_posted on comment (discussion_id, posted_at);
