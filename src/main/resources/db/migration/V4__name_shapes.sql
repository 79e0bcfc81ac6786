-- What names look like (NameShape): who claims a name claims everything that looks like it. Keys, so that of two people
-- who claim look-alikes in the same moment one is refused. Both tables are filled by Java and can be made anew.
create table handle_shape (
    shape     varchar(400) primary key,
    member_id bigint not null references member (id) on delete cascade
);

create index handle_shape_member on handle_shape (member_id);

-- Of those who speak in a document or wrote an article.
create table imported_shape (
    shape varchar(400) primary key,
    name  text not null
);
