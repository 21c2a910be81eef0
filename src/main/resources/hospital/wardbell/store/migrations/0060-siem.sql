-- Where the audit log is sent as it grows. `upto` is the first entry that may still have to be sent
-- (again); `dropped` counts entries given up because too many waited.
create table siem_target (
  id {id} not null primary key,
  name varchar(40) not null unique,
  host varchar(255) not null,
  port integer not null,
  payload varchar(10) not null,
  authority varchar(20000) not null,
  upto bigint not null,
  dropped bigint not null,
  made_at {time} not null
);
