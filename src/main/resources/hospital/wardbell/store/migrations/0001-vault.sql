-- Data keys, each wrapped by a key-encryption key of the keyring. `wrapped` is null once the
-- subject has been shredded: the row stays, so that a cell says why it does not open.
create table dek (
  id {id} not null primary key,
  subject varchar(20) not null,
  name varchar(100),
  kek {id} not null,
  wrapped {bytes 200},
  made_at {time} not null,
  constraint dek_named_once unique (subject, name)
);
