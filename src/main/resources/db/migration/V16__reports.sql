-- What readers' reports and flags leave on the desk.
alter table comment add column reported boolean default false not null;
alter table comment add column off_topic boolean default false not null;
