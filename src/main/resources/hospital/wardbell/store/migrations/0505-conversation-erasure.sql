-- When a conversation's keys were destroyed: nothing in it opens any more. `traces` says that what its
-- messages have left in other tables is still to be blanked.
alter table conversation add column erased_at {time};
alter table conversation add column traces {flag} default 0 not null;

-- Whose words have still to be taken out of the word index: of one message by its ordinal, or, by an
-- ordinal of 0, of all messages of the conversation.
create table word_purge (
  conversation {id} not null,
  ordinal bigint not null,
  primary key (conversation, ordinal)
);

-- Messages that staff deleted. The text stays sealed in the message's row, and is shown on no page but
-- the privacy officer's; `note` is sealed under the conversation's key.
create table message_deletion (
  message {id} not null primary key,
  conversation {id} not null,
  deleted_at {time} not null,
  deleted_by varchar(120) not null,
  why varchar(20) not null,
  note {bytes 2000} not null
);
create index message_deletion_in on message_deletion (conversation);
create index message_deletion_at on message_deletion (deleted_at);
