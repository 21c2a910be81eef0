-- `ordinal` numbers the messages of the home as they came: milliseconds since 1970, pushed on where
-- two would be equal. A message whose text is replaced gets a new one.
alter table message add column ordinal bigint default 0 not null;
update message set ordinal = at_time;
create index message_ordinal on message (ordinal);

-- Which messages have which word: for a word, blinded, the ordinals from `lowest` on. A word has
-- few long blocks and then shorter ones.
create table word_block (
  word bigint not null,
  lowest bigint not null,
  amount integer not null,
  ordinals {bytes 2000} not null
);
create index word_block_word on word_block (word, lowest desc);

-- Up to which ordinal the words are in their blocks.
create table word_progress (
  upto bigint not null
);
insert into word_progress (upto) values (0);

-- The newest first, as the inbox shows them.
drop index conversation_last;
create index conversation_last on conversation (team, last_at desc);
