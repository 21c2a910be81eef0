-- Who made themselves read another team's conversations for a while, and what whoever reviewed it makes
-- of it. The reason and the note are sealed under `dek`, since people write names.
create table break_glass (
  id {id} not null primary key,
  staff {id} not null,
  session_id {id} not null,
  team {id} not null,
  why varchar(12) not null,
  dek {id} not null,
  reason {bytes 2200} not null,
  begun_at {time} not null,
  until_at {time} not null,
  ended_at {time},
  ended_how varchar(12),
  overdue_at {time},
  reviewed_by {id},
  reviewed_at {time},
  finding varchar(16),
  note {bytes 4200}
);
create index break_glass_by_time on break_glass (begun_at);
create index break_glass_by_session on break_glass (session_id);
