-- With its recovery code a name is taken up in another browser; only the hash of it is kept. Whoever signed in before
-- signed_out_at has signed out everywhere since.
alter table member add column recovery_hash varchar(64);
alter table member add column signed_out_at timestamp(6) with time zone;

-- What the owner of a name recognises a browser by. The day is enough.
alter table handle_token add column last_used date;
alter table handle_token add column browser varchar(60);
