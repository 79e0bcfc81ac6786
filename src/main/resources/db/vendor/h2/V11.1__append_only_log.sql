-- What is in the log stays there as it was written, whoever writes to the database.
create trigger moderation_log_update before update on moderation_log for each row call 'org.colloquy.log.AppendOnly';
create trigger moderation_log_delete before delete on moderation_log for each row call 'org.colloquy.log.AppendOnly';
