-- Words are blinded by one of the keys in `index_key`, the first there was if it is not said. Where
-- another takes its place the other table of blocks is filled by it, and serves once it has reached
-- as far: SERVES, GROWS, GOES.
create table word_index (
  blocks varchar(20) not null primary key,
  index_key {id},
  upto bigint not null,
  state varchar(8) not null
);
insert into word_index (blocks, upto, state) select 'word_block', upto, 'SERVES' from word_progress;
drop table word_progress;
create table word_block_other (
  word bigint not null,
  lowest bigint not null,
  amount integer not null,
  ordinals {bytes 2000} not null
);
create index word_block_other_word on word_block_other (word, lowest desc);
