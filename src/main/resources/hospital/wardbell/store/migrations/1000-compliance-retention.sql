-- Legal holds: what is under one is not erased, whatever its time. `note` is sealed under the key of
-- what is held. One that was lifted stays as a row.
create table legal_hold (
  id {id} not null primary key,
  kind varchar(20) not null,
  subject {id} not null,
  reason varchar(20) not null,
  note {bytes 2000} not null,
  set_at {time} not null,
  set_by varchar(120) not null,
  lifted_at {time},
  lifted_by varchar(120),
  lifted_why varchar(20)
);
create index legal_hold_on on legal_hold (subject);

-- Proposals to erase what has passed its time, and what became of them. `policy` is what was held to,
-- in words; `certificate` the JSON whose digest is on the audit log.
create table disposition (
  id {id} not null primary key,
  state varchar(12) not null,
  policy varchar(1000) not null,
  policy_version bigint not null,
  proposed_at {time} not null,
  proposed_by varchar(120) not null,
  reviewed_at {time},
  reviewed_by varchar(120),
  approved_at {time},
  approved_by varchar(120),
  ended_at {time},
  backups_free_at {time},
  certificate varchar(30000)
);
create index disposition_age on disposition (proposed_at);

-- What each is to erase. `noted` says that the keys destroyed are on the list outside the database.
create table disposition_item (
  disposition {id} not null references disposition (id),
  place integer not null,
  record_class varchar(20) not null,
  subject {id} not null,
  data_key {id} not null,
  anchor {time} not null,
  due_day varchar(10) not null,
  state varchar(12) not null,
  settled_at {time},
  noted {flag} default 0 not null,
  primary key (disposition, place)
);
create index disposition_item_of on disposition_item (subject);
