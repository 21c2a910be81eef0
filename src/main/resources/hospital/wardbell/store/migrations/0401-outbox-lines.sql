-- In which queue a part stands: `line/` and a name, if the recipient knows that line's number or the
-- parts before went out there; else `team/` and an id; `stale` if a lead must let it go first. It is
-- as old as `fresh_since`: when it was queued, might go, or was let go. `lifetime_minutes` is there
-- if whoever wrote the text said how long it makes sense.
alter table outbox_part add column conversation {id};
alter table outbox_part add column team varchar(40) default '' not null;
alter table outbox_part add column queue_name varchar(110) default 'team/' not null;
alter table outbox_part add column fresh_since {time};
alter table outbox_part add column lifetime_minutes integer;
update outbox_part set fresh_since = queued_at where state in ('QUEUED', 'HELD');
update outbox_part set queue_name = 'line/' || modem
  where modem is not null and state in ('QUEUED', 'HELD');
drop index outbox_part_waiting;
create index outbox_part_in_queue
  on outbox_part (queue_name, state, eligible, priority, place);
create index outbox_part_waiting on outbox_part (state, eligible, moment);
create index outbox_part_of_line on outbox_part (modem, claimed_at);
-- The line that a conversation's remote knows: the one that the last text went out on or came in on.
create table outbox_known_line (
  conversation {id} not null primary key,
  modem varchar(100) not null,
  since {time} not null,
  record_class varchar(20) not null,
  retain_until {time},
  legal_hold {flag} not null
);
-- One row: when some line was last able to send, and before when a text must have been queued to be
-- held back after an outage.
create table outbox_ability (
  id integer not null primary key,
  able_at {time} not null,
  stale_before {time} not null
);
