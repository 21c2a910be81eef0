-- One of our lines with one remote. The columns from `waiting_since` to `snippet` repeat what the
-- messages say, so that the inbox is one query of an index.
create table conversation (
  id {id} not null primary key,
  team {id} not null,
  remote {bytes 200} not null,
  remote_index {bytes 32} not null,
  data_key {id} not null,
  version bigint not null,
  made_at {time} not null,
  waiting_since {time},
  unanswered_since {time},
  trouble_since {time},
  written_at {time},
  last_message {id},
  last_at {time} not null,
  last_is_ours {flag} not null,
  last_state varchar(12),
  snippet {bytes 500},
  record_class varchar(20) not null,
  retain_until {time},
  legal_hold {flag} not null,
  constraint conversation_once unique (team, remote_index)
);
create index conversation_remote on conversation (remote_index);
create index conversation_waiting on conversation (team, waiting_since);
create index conversation_last on conversation (team, last_at);

-- `place` orders the messages of one conversation. `author`, `state` and what follows up to
-- `trouble` are of messages we wrote; `trouble` marks a send that failed, or may have, and that
-- nobody has looked after.
create table message (
  id {id} not null primary key,
  conversation {id} not null references conversation (id),
  place bigint not null,
  at_time {time} not null,
  ours {flag} not null,
  content {bytes 4000000} not null,
  missing_parts integer not null,
  author varchar(120),
  is_answer {flag} not null,
  state varchar(12),
  state_time {time},
  state_detail varchar(200),
  refusal varchar(40),
  trouble {flag} not null,
  record_class varchar(20) not null,
  retain_until {time},
  legal_hold {flag} not null,
  constraint message_place unique (conversation, place)
);
create index message_at on message (ours, at_time);
create index message_trouble on message (conversation, trouble);

-- What a message of ours waits to hear.
create table expectation (
  id {id} not null primary key,
  message {id} not null references message (id),
  conversation {id} not null references conversation (id),
  kind varchar(40) not null,
  about {id} not null,
  made_at {time} not null,
  ends_at {time} not null
);
create index expectation_open on expectation (conversation, ends_at);
