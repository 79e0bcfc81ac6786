-- A comment that was moved to the Open Thread, and the stub that keeps its number where it stood, know each other. They
-- only ever change places. Of a stub: who moved the comment last, when and why, and with which other one it went along.
alter table comment add column twin_id bigint references comment (id) on delete set null;
alter table comment add column moved_by bigint references member (id);
alter table comment add column moved_at timestamp(6) with time zone;
alter table comment add column moved_reason varchar(500);
alter table comment add column moved_with_id bigint references comment (id) on delete set null;

alter table comment add constraint comment_twin unique (twin_id);
create index comment_moved_with on comment (moved_with_id);

-- Where nobody may answer any more: under a comment, or in a whole discussion. It stays with the place, whatever moves.
alter table comment add column closed_by bigint references member (id);
alter table comment add column closed_at timestamp(6) with time zone;
alter table comment add column closed_reason varchar(500);
alter table discussion add column closed_by bigint references member (id);
alter table discussion add column closed_at timestamp(6) with time zone;
alter table discussion add column closed_reason varchar(500);

-- How many comments of it are closed: where none is, nobody needs to look.
alter table discussion add column closed_threads integer default 0 not null;
