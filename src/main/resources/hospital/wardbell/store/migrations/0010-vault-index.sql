-- By which keys of the keyring rows may be found, where a number or a word was blinded: one, and
-- while it is being changed two.
create table index_key (
  id {id} not null primary key
);
