-- Patients. `name` is sealed under `dek`, as is every cell about the patient.
create table patient (
  id {id} not null primary key,
  dek {id} not null,
  team {id} not null references team (id),
  name {bytes 1000} not null,
  language varchar(2) not null,
  made_at {time} not null
);
-- Their numbers: sealed under the patient's key, found by blind index. Several patients may share
-- one telephone.
create table patient_number (
  id {id} not null primary key,
  patient {id} not null references patient (id),
  number {bytes 200} not null,
  number_index {bytes 32} not null,
  made_at {time} not null
);
create index patient_number_by_index on patient_number (number_index);
