-- Like the moderation log.
create trigger access_log_update before update on access_log for each row call 'org.colloquy.log.AppendOnly';
create trigger access_log_delete before delete on access_log for each row call 'org.colloquy.log.AppendOnly';
-- Truncating asks no trigger, but is refused where a key leads here: each row points at itself.
alter table access_log add constraint access_log_kept foreign key (id) references access_log (id);
