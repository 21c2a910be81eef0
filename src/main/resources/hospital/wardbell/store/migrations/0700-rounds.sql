-- Texts that our modems sent to their own numbers, and whether they came back. About our own SIMs.
create table self_test (
  message {id} not null primary key,
  modem varchar(100) not null,
  reference varchar(12) not null,
  number_index {bytes 32} not null,
  sent_at {time} not null,
  back_at {time}
);
create index self_test_of_modem on self_test (modem, sent_at);
create index self_test_by_reference on self_test (reference, number_index);
-- What the network last said of each SIM's credit, sealed under the box's own key.
create table sim_balance (
  id {id} not null primary key,
  modem varchar(100) not null,
  told_at {time} not null,
  key_id {id} not null,
  words {bytes 5000} not null,
  constraint sim_balance_once unique (modem)
);
