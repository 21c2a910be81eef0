-- Who made a token, as the record names them; of those made before nobody is known.
alter table api_token add column made_by varchar(120) default '' not null;
-- That somebody has left: what was done, in the one change that did it.
create table staff_offboarding (
  id {id} not null primary key,
  staff {id} not null references staff (id),
  done_at {time} not null,
  done_by varchar(120) not null
);
create index staff_offboarding_of on staff_offboarding (staff);
create table staff_offboarding_step (
  offboarding {id} not null references staff_offboarding (id),
  step varchar(20) not null,
  many integer not null,
  primary key (offboarding, step)
);
