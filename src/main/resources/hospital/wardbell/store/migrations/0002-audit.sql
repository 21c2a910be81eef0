-- The record. `entry` is the canonical JSON that the tree covers; `actor` and `about` repeat two of
-- its members so that they can be searched, and are checked against it. Only the subject has an
-- index: each makes appending dearer.
create table audit_entry (
  leaf bigint not null primary key,
  entry varchar(2000) not null,
  actor varchar(100) not null,
  about varchar(32) not null
);
create index audit_entry_about on audit_entry (about, leaf);

-- The tree: up to 256 hashes of a level, one after another; the last of each level is not full.
create table audit_tile (
  height smallint not null,
  place bigint not null,
  hashes {bytes 8192} not null,
  primary key (height, place)
);

-- What was signed: the newest checkpoint, and about one for each hour before.
create table audit_checkpoint (
  entries bigint not null primary key,
  note varchar(1000) not null
);
