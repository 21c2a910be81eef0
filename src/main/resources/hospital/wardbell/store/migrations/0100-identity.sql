-- Teams. One is the front desk, which owns what nobody else does.
create table team (
  id {id} not null primary key,
  name varchar(100) not null unique,
  front_desk {flag} not null,
  made_at {time} not null
);
-- Staff. `name` and `totp_secret` are sealed under `dek`; `password` is Argon2id in Shiro's format;
-- `totp_step` is the last time step whose code was used, so that no code is used twice.
create table staff (
  id {id} not null primary key,
  dek {id} not null,
  login varchar(64) not null unique,
  name {bytes 500} not null,
  language varchar(2) not null,
  password varchar(200) not null,
  totp_secret {bytes 200} not null,
  totp_step bigint not null,
  made_at {time} not null
);
create table staff_role (
  staff {id} not null references staff (id),
  role varchar(20) not null,
  primary key (staff, role)
);
create table staff_team (
  staff {id} not null references staff (id),
  team {id} not null references team (id),
  primary key (staff, team)
);
-- Failed sign-ins in a row, by the blind index of an account's login or of an origin.
create table sign_in_failure (
  subject {bytes 32} not null primary key,
  failures integer not null,
  latest_at {time} not null
);
create index sign_in_failure_by_age on sign_in_failure (latest_at);
-- Who is signed in. Only a hash of the cookie is kept.
create table staff_session (
  id {id} not null primary key,
  cookie_hash {bytes 32} not null unique,
  staff {id} not null references staff (id),
  csrf varchar(32) not null,
  active_at {time} not null,
  ends_at {time} not null
);
create index staff_session_by_staff on staff_session (staff);
-- API tokens. Only a hash of the bearer secret is kept.
create table api_token (
  id {id} not null primary key,
  bearer_hash {bytes 32} not null unique,
  name varchar(100) not null,
  team {id} not null references team (id),
  made_at {time} not null,
  used_at {time},
  revoked_at {time}
);
create table api_token_scope (
  token {id} not null references api_token (id),
  scope varchar(20) not null,
  primary key (token, scope)
);
