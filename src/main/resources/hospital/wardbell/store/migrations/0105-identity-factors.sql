-- Whether the account has an authenticator app. While it has none, `totp_secret` is nobody's.
alter table staff add column totp_set {flag} default 1 not null;
-- Passkeys. `credential` (its id and public key) and `name` are sealed under the person's `dek`: the
-- key is no secret, but nobody may put another in its place. `credential_hash` finds it by its id.
create table staff_passkey (
  id {id} not null primary key,
  staff {id} not null references staff (id),
  credential_hash {bytes 32} not null unique,
  credential {bytes 3000} not null,
  name {bytes 500} not null,
  sign_count bigint not null,
  syncable {flag} not null,
  added_at {time} not null,
  used_at {time}
);
create index staff_passkey_of on staff_passkey (staff);
-- Codes on paper for who has lost every other factor: an HMAC of each. A row goes when its code is used.
create table staff_recovery_code (
  staff {id} not null references staff (id),
  code_kept {bytes 32} not null,
  primary key (staff, code_kept)
);
-- Who was given leave to set up an app at the next sign-in: an HMAC of the code that says so.
create table staff_enrolment (
  staff {id} not null primary key references staff (id),
  code_kept {bytes 32} not null,
  ends_at {time} not null
);
-- What became of somebody's factors, until the person has seen it.
create table staff_notice (
  id {id} not null primary key,
  staff {id} not null references staff (id),
  kind varchar(20) not null,
  told_at {time} not null
);
create index staff_notice_of on staff_notice (staff);
