-- Since when everybody can read a comment that was posted here: what waited is new to others once it has been approved.
alter table comment add column shown_at timestamp(6) with time zone;
update comment set shown_at = posted_at where posted_at is not null and state in ('VISIBLE', 'HIDDEN');

-- Up to when somebody has read what answers them.
create table replies_read (
    member_id bigint primary key references member (id) on delete cascade,
    up_to     timestamp(6) with time zone not null
);

-- Whom somebody does not want to read.
create table ignored_name (
    member_id bigint        not null references member (id) on delete cascade,
    name_key  varchar(1000) not null,
    name      varchar(80)   not null,
    primary key (member_id, name_key)
);
