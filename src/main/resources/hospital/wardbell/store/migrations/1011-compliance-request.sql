-- What patients, or those who speak for them, ask for by right. What is written about them is sealed
-- under the patient's own key.
create table privacy_request (
  id {id} not null primary key,
  kind varchar(12) not null,
  patient {id} not null,
  dek {id} not null,
  asker varchar(16) not null,
  asker_name {bytes 1000} not null,
  verified {bytes 4000} not null,
  form varchar(8) not null,
  received varchar(10) not null,
  due varchar(10) not null,
  extension {bytes 4000},
  extended_at {time},
  state varchar(10) not null,
  closing {bytes 4000},
  closed_by {id},
  closed_at {time},
  made_by {id} not null,
  made_at {time} not null
);
create index privacy_request_of on privacy_request (patient);
-- Which conversations with a shared telephone belong to the patient, as a person decided.
create table privacy_request_talk (
  request {id} not null references privacy_request (id),
  conversation {id} not null,
  belongs {flag} not null,
  decided_by {id} not null,
  decided_at {time} not null,
  primary key (request, conversation)
);
