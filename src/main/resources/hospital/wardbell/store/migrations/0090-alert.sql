-- What somebody must know. `subject` tells it from others of its kind; `by_label` is whose doing it is
-- about. `circle` counts from 0, the first that is told. No patient's name, number or word is here.
create table alert (
  id {id} not null primary key,
  kind varchar(24) not null,
  subject varchar(64) not null,
  person {id},
  facts varchar(400) not null,
  by_label varchar(80) not null,
  raised_at {time} not null,
  repeats integer not null,
  latest_at {time} not null,
  circle integer not null,
  circle_at {time} not null,
  state varchar(12) not null,
  unheard_at {time},
  settled_by {id},
  settled_at {time}
);
create index alert_by_state on alert (state, kind, subject);
create index alert_by_settling on alert (settled_at);
-- Who is told of it, by which channel, and how that went.
create table alert_telling (
  id {id} not null primary key,
  alert {id} not null references alert (id),
  staff {id} not null,
  channel varchar(12) not null,
  state varchar(10) not null,
  tries integer not null,
  next_at {time} not null,
  until_at {time} not null,
  trouble varchar(200),
  unique (alert, staff, channel)
);
create index alert_telling_due on alert_telling (state, next_at);
-- How somebody of the staff is reached outside; the address is sealed under `dek`.
create table staff_reach (
  staff {id} not null primary key,
  dek {id} not null,
  mail {bytes 400} not null,
  set_at {time} not null
);
-- The server that takes e-mail, one row or none. Its password is sealed under `dek`; without an
-- authority those that the machine trusts vouch for it.
create table alert_mail_server (
  id {id} not null primary key,
  dek {id} not null,
  host varchar(255) not null,
  port integer not null,
  security varchar(10) not null,
  sender varchar(254) not null,
  login varchar(254) not null,
  password {bytes 400} not null,
  authority varchar(20000) not null,
  set_at {time} not null
);
