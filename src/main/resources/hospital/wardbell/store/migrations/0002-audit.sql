-- The record. `entry` is the canonical JSON that both hashes cover; the columns beside it repeat
-- nothing.
create table audit_entry (
  leaf bigint not null primary key,
  entry varchar(2000) not null,
  leaf_hash {bytes 32} not null,
  chain_hash {bytes 32} not null
);
