-- What a block holds is sealed, by a data key of each making of the index, and no column says which
-- messages it names: a word's blocks are numbered from the oldest. `doubted` says that one was changed,
-- or that a message is not found by its words, so that the index is made anew. What was there is made
-- anew as well.
drop table word_block;
create table word_block (
  word bigint not null,
  place integer not null,
  ordinals {bytes 2100} not null
);
create index word_block_word on word_block (word, place desc);
drop table word_block_other;
create table word_block_other (
  word bigint not null,
  place integer not null,
  ordinals {bytes 2100} not null
);
create index word_block_other_word on word_block_other (word, place desc);
delete from word_index;
alter table word_index add column data_key {id};
alter table word_index add column doubted {flag} default 0 not null;
insert into word_index (blocks, upto, state) values ('word_block', 0, 'SERVES');
