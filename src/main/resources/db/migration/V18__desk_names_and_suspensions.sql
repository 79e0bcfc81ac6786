-- What somebody signed with before and after, for the log of access to tell. Apart from it, as nothing there is ever
-- taken out: names go when their owner leaves.
create table desk_name_change (
    access_log_id bigint primary key references access_log (id) on delete cascade,
    former        varchar(80) not null,
    chosen        varchar(80) not null
);

-- Until when a suspension lasts, as everybody may read it whatever is said of its reason.
alter table moderation_log add column lasts_until timestamp(6) with time zone;
