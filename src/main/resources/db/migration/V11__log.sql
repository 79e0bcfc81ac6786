-- Which comment and which member an act was about (their ids outlive them: no keys), by which rule, whether the reason is
-- for moderators only, which act it took back, and with which others it was done at once: by the first one's id.
alter table moderation_log add column comment_id bigint;
alter table moderation_log add column subject_id bigint references member (id);
alter table moderation_log add column rule varchar(40);
alter table moderation_log add column confidential boolean default false not null;
alter table moderation_log add column undoes bigint;
alter table moderation_log add column together bigint;
alter table moderation_log add constraint moderation_log_undoes unique (undoes);
create index moderation_log_comment on moderation_log (comment_id, id);
create index moderation_log_subject on moderation_log (subject_id, id);
create index moderation_log_member on moderation_log (member_id, id);
create index moderation_log_together on moderation_log (together);

-- A key that is emptied when its claim goes would be a change of an entry.
alter table moderation_log add column name_claim_id bigint;
update moderation_log set name_claim_id = claim_id;
alter table moderation_log drop column claim_id;

update moderation_log set comment_id = (
    select c.id from comment c
        join discussion d on d.id = c.discussion_id
        left join article a on a.id = d.article_id
    where c.number = moderation_log.comment_number
        and moderation_log.place = case when a.id is null then '/open-thread' else concat('/articles/', a.slug) end)
where comment_number is not null;

-- What undoing an act needs to know, apart from the log: what was written by others may have to go.
create table undo_note (
    log_id bigint primary key references moderation_log (id),
    former text not null
);
