-- One part of a message each. `place` is the order in which messages were queued. `eligible` says
-- that the parts before it have been handed over. `moment` is when a held part may go, or when a
-- delivered one arrived. `sealed_pdu` is there only while the part may still have to go out.
-- `recipient_tail` is a blind index.
create table outbox_part (
  id {id} not null primary key,
  message {id} not null,
  part_number integer not null,
  part_total integer not null,
  concatenation integer not null,
  priority integer not null,
  place bigint not null,
  queued_at {time} not null,
  expires_at {time} not null,
  eligible {flag} not null,
  state varchar(16) not null,
  since {time} not null,
  moment {time},
  detail varchar(100),
  tries integer not null,
  modem varchar(100),
  claimed_at {time},
  message_reference integer,
  settled_by varchar(100),
  recipient_tail {bytes 32} not null,
  key_id {id} not null,
  sealed_pdu {bytes 1000},
  constraint outbox_part_once unique (message, part_number)
);
create index outbox_part_waiting on outbox_part (state, eligible, priority, place);
create index outbox_part_of_recipient on outbox_part (recipient_tail);
-- Status reports that came before the part they speak of was settled.
create table outbox_report (
  id {id} not null primary key,
  modem varchar(100) not null,
  message_reference integer not null,
  recipient_tail {bytes 32} not null,
  status integer not null,
  accepted_at {time} not null,
  discharged_at {time} not null,
  seen_at {time} not null
);
create index outbox_report_of_recipient on outbox_report (recipient_tail);
