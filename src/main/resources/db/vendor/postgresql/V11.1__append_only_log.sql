-- What is in the log stays there as it was written, whoever writes to the database.
create function append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;
create trigger moderation_log_row before update or delete on moderation_log
    for each row execute function append_only();
create trigger moderation_log_all before truncate on moderation_log
    for each statement execute function append_only();
