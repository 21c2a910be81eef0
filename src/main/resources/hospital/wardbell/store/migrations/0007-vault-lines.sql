-- A subject's data keys one after another: all of a line bear the id of the first, which is what
-- rows about the subject keep, and a sealed cell says by which of them. A new one is made when the
-- last has sealed as often as it may, or when all are to be new: `epoch` is when it was made.
alter table dek add column line {id};
alter table dek add column ordinal integer default 0 not null;
alter table dek add column epoch integer default 0 not null;
-- How often it has sealed, or may have; counted in steps. What was before is not known, so half of
-- what is allowed.
alter table dek add column seals bigint default 1073741824 not null;
update dek set line = id;
create unique index dek_of_line on dek (line, ordinal);
create index dek_under_kek on dek (kek);
-- What the keys as a whole have come to: in which epoch new data keys are made.
create table vault_state (
  name varchar(20) not null primary key,
  number bigint not null
);
insert into vault_state (name, number) values ('epoch', 0);
