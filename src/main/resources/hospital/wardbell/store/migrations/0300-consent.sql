-- Where each remote stands, summed up from the entries about it. The number is sealed under the
-- suppression key, which outlives every shredding.
create table consent_remote (
  id {id} not null primary key,
  remote_index {bytes 32} not null,
  key_id {id} not null,
  sealed_remote {bytes 200} not null,
  standing varchar(16) not null,
  began {id},
  since {time} not null,
  latest {time} not null,
  last_texted {time} not null,
  constraint consent_remote_once unique (remote_index)
);
-- What was said, append only.
create table consent_entry (
  id {id} not null primary key,
  remote {id} not null,
  entry_number integer not null,
  standing varchar(16) not null,
  method varchar(16) not null,
  evidence {id},
  said_by varchar(100) not null,
  said_at {time} not null,
  constraint consent_entry_in_order unique (remote, entry_number)
);
-- What the Gate said of each draft, and the facts it needs to decide again.
create table gate_verdict (
  message {id} not null primary key,
  remote_index {bytes 32} not null,
  recipient varchar(16) not null,
  purpose varchar(16) not null,
  persons_own {flag} not null,
  answer varchar(24),
  inbound {id},
  opt_out {id},
  rule varchar(32) not null,
  decided_at {time} not null,
  later_rule varchar(32),
  later_at {time}
);
create index gate_verdict_of_inbound on gate_verdict (inbound);
create index gate_verdict_of_opt_out on gate_verdict (opt_out);
