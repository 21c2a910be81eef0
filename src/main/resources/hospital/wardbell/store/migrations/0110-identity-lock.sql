-- A locked session shows nothing until its person unlocks it; so many wrong tries were made.
alter table staff_session add column locked_at {time};
alter table staff_session add column lock_tries integer default 0 not null;
-- What a person unlocks the own sessions with; stretched as a password is.
create table staff_pin (
  staff {id} not null primary key references staff (id),
  pin varchar(200) not null,
  set_at {time} not null
);
