-- Every version of every setting; the one with the highest version holds.
create table setting (
  setting varchar(100) not null,
  version integer not null,
  content varchar(1000) not null,
  set_at {time} not null,
  set_by varchar(100) not null,
  primary key (setting, version)
);
