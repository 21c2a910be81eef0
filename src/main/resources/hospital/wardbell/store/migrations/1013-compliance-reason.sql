-- For whom of the guarded patients somebody has said why, and when; why is in the record only.
create table look_reason (
  staff {id} not null,
  conversation {id} not null,
  given_at {time} not null,
  primary key (staff, conversation)
);
create index look_reason_by_age on look_reason (given_at);
