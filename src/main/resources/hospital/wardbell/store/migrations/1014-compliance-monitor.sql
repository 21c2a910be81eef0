-- Alerts made of the record: what was told about whom, and who looks after hours as a habit; when last.
create table compliance_monitor (
  what varchar(20) not null,
  about varchar(64) not null,
  latest_at {time} not null,
  primary key (what, about)
);
