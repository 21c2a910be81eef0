-- Staff whose passwords are kept by the hospital's directory. `entry_key` is what their entry there has and
-- no other ever had; `put_out` is set while they may not come in because they have left the directory.
create table staff_elsewhere (
  staff {id} not null primary key references staff (id),
  entry_key varchar(64) not null unique,
  put_out {flag} not null
);
-- The directory, one row or none. The password of the account that asks it is sealed under `dek`; without an
-- authority those that the machine trusts vouch for it.
create table directory_server (
  id {id} not null primary key,
  dek {id} not null,
  host varchar(255) not null,
  port integer not null,
  security varchar(10) not null,
  kind varchar(20) not null,
  account varchar(500) not null,
  password {bytes 400} not null,
  people varchar(500) not null,
  groups varchar(500) not null,
  login_attribute varchar(60) not null,
  name_attribute varchar(60) not null,
  authority varchar(20000) not null,
  set_at {time} not null
);
-- What the members of a group of the directory are here: one role, or one team, a row.
create table directory_grant (
  id {id} not null primary key,
  group_dn varchar(500) not null,
  role varchar(20),
  team {id} references team (id)
);
