-- What became of backups, tests and restores; kept three years. `name` is the file's, `detail` what
-- was checked, or the kind of what went wrong.
create table backup_event (
  id {id} not null primary key,
  happened_at {time} not null,
  kind varchar(16) not null,
  name varchar(60) not null,
  target varchar(500) not null,
  octets bigint not null,
  took_ms bigint not null,
  done_by varchar(100) not null,
  detail varchar(4000) not null
);
create index backup_event_age on backup_event (happened_at);
-- The servers on which backups are kept: the key by which each is known, once somebody has confirmed
-- it, and the key by which we are known to it.
create table backup_server (
  id {id} not null primary key,
  address varchar(500) not null unique,
  pinned varchar(200) not null,
  public_key varchar(200) not null,
  dek {id} not null,
  private_key {bytes 400} not null
);
