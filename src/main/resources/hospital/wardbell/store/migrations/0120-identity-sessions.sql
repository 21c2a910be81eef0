-- Who is signed in, where and with which browser. `cookie_hash` finds the row. `proof` is an HMAC, by a
-- key of the keyring, of that and of whose session it is and since when: without it a row is no session.
-- Those of before have none; they end.
drop table staff_session;
create table staff_session (
  id {id} not null primary key,
  cookie_hash {bytes 32} not null unique,
  proof {bytes 32} not null,
  staff {id} not null references staff (id),
  csrf varchar(32) not null,
  origin varchar(60) not null,
  browser varchar(20) not null,
  machine varchar(20) not null,
  began_at {time} not null,
  active_at {time} not null,
  ends_at {time} not null,
  locked_at {time},
  lock_tries integer default 0 not null
);
create index staff_session_by_staff on staff_session (staff);
