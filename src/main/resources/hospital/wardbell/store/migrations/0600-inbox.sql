-- PDUs as the modem gave them, in the order in which they came. `content` is sealed under the day's
-- key until the text's conversation is known, then under the conversation's.
create table raw_pdu (
  id {id} not null primary key,
  arrival bigint not null,
  octets_index {bytes 32} not null,
  seen {time} not null,
  last_offered {time} not null,
  modem varchar(100) not null,
  data_key {id} not null,
  content {bytes 20000} not null,
  state varchar(12) not null,
  why varchar(200),
  text_index {bytes 32},
  remote_index {bytes 32},
  answered {flag} not null,
  message {id},
  part integer,
  constraint raw_pdu_arrival unique (arrival)
);
create index raw_pdu_octets on raw_pdu (octets_index, last_offered);
create index raw_pdu_text on raw_pdu (text_index, seen);
create index raw_pdu_state on raw_pdu (state, arrival);
create index raw_pdu_answered on raw_pdu (remote_index, answered, seen);
create index raw_pdu_message on raw_pdu (message);

-- A text that travels in several parts; its id is the message's. `sent_at` is the service centre's
-- time of the part that came first.
create table multipart (
  id {id} not null primary key,
  remote_index {bytes 32} not null,
  reference integer not null,
  wide {flag} not null,
  total integer not null,
  alphabet varchar(10) not null,
  sent_at {time} not null,
  first_seen {time} not null,
  state varchar(10) not null,
  conversation {id}
);
create index multipart_open on multipart (remote_index, reference, state);
create index multipart_state on multipart (state, first_seen);
