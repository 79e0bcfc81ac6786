-- Like the moderation log.
create trigger access_log_row before update or delete on access_log
    for each row execute function append_only();
create trigger access_log_all before truncate on access_log
    for each statement execute function append_only();
