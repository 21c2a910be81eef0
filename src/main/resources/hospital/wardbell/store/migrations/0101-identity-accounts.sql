-- Since when a person may not sign in; null while they may. `unopened` is set from the invitation
-- until the person has chosen a password and shown a code.
alter table staff add column disabled_at {time};
alter table staff add column unopened {flag} default 0 not null;
-- One-time links to an account: an invitation, or a new password for whoever has one. A person has
-- one at most. `code_hash`, by a key of the keyring, finds it by its code; `bound` is the same of all that the
-- link is good for, so that a row that was made or changed without the keyring is none. It goes when it is used.
create table staff_link (
  staff {id} not null primary key references staff (id),
  id {id} not null unique,
  code_hash {bytes 32} not null unique,
  bound {bytes 32} not null,
  kind varchar(10) not null,
  ends_at {time} not null
);
