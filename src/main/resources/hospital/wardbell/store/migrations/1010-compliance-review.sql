-- A week's looks at patients, of which a sample is drawn: what the draw went over, and who signed it
-- off. The note is sealed under `note_key`.
create table access_review (
  week varchar(10) not null primary key,
  from_leaf bigint not null,
  to_leaf bigint not null,
  seed varchar(32) not null,
  looks bigint not null,
  drawn_at {time} not null,
  signed_by {id},
  signed_at {time},
  note_key {id},
  note {bytes 4000}
);
-- How many looks there were of each kind, and how many of them are in the sample.
create table access_review_kind (
  week varchar(10) not null references access_review (week),
  kind varchar(20) not null,
  offered bigint not null,
  primary key (week, kind)
);
-- The sample: a look each, by the number of its entry, and what the reviewer made of it.
create table access_review_item (
  id {id} not null primary key,
  week varchar(10) not null references access_review (week),
  leaf bigint not null,
  at_time {time} not null,
  staff {id} not null,
  conversation {id},
  kind varchar(20) not null,
  detail integer not null,
  finding varchar(20),
  noted_by {id},
  noted_at {time},
  note_key {id},
  note {bytes 4000}
);
create index access_review_item_of on access_review_item (week, leaf);
-- Patients at whom every look is reviewed.
create table watched_patient (
  patient {id} not null primary key,
  set_by {id} not null,
  set_at {time} not null
);
-- The private numbers of staff, blinded: only to see whether one of them is a patient's.
create table staff_number (
  staff {id} not null primary key,
  number_index {bytes 32} not null,
  set_at {time} not null
);
