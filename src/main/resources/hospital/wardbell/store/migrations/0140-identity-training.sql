-- Who passed the check of which lesson, in which version, and attested to it. `id` is that of the
-- form, so that one form counts once.
create table training_done (
  id {id} not null primary key,
  staff {id} not null references staff (id),
  topic varchar(40) not null,
  version integer not null,
  done_at {time} not null
);
create index training_done_of on training_done (staff);
-- Since when this home asks for at least this version of a lesson.
create table training_asked (
  topic varchar(40) not null,
  version integer not null,
  since {time} not null,
  primary key (topic, version)
);
