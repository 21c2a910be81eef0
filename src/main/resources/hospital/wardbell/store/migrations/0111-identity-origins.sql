-- From which addresses whose account was signed in to, and when last. Both are in `subject`, an HMAC by a
-- key of the keyring; `account` is one of the login alone.
create table sign_in_origin (
  subject {bytes 32} not null primary key,
  account {bytes 32} not null,
  latest_at {time} not null
);
create index sign_in_origin_of on sign_in_origin (account);
create index sign_in_origin_by_age on sign_in_origin (latest_at);
