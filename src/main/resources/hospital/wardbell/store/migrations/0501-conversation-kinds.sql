-- What a received message is; of one that we wrote it says nothing.
alter table message add column kind varchar(12) default 'TEXT' not null;
alter table conversation add column last_kind varchar(12);
