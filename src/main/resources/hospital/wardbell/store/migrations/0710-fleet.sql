-- What each modem was like, now and then; kept 30 days. `trouble` is a code of the driver's,
-- `details` what stands in the places of its words, one a line.
create table fleet_sample (
  modem varchar(100) not null,
  taken_at {time} not null,
  state varchar(16) not null,
  registration varchar(16),
  network varchar(60),
  signal_dbm integer,
  stored_percent integer,
  trouble varchar(40),
  details varchar(300),
  primary key (modem, taken_at)
);
create index fleet_sample_age on fleet_sample (taken_at);
-- Modems that somebody took out of sending.
create table fleet_drained (
  modem varchar(100) not null primary key,
  since {time} not null,
  drained_by varchar(100) not null
);
