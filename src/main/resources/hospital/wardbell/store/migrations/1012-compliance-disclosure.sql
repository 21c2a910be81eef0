-- To whom something about a patient was disclosed that has to be accounted for. `patient` is empty
-- while nobody has said whose it was; until then the words are sealed under the conversation's key,
-- later under the patient's. `message` is the text that went to the wrong person, if it was one.
create table disclosure (
  id {id} not null primary key,
  patient {id},
  dek {id} not null,
  on_day varchar(10) not null,
  recipient {bytes 2000} not null,
  subject {bytes 4000} not null,
  purpose {bytes 4000} not null,
  message {id},
  made_by {id} not null,
  made_at {time} not null,
  constraint disclosure_of_message unique (message)
);
create index disclosure_of on disclosure (patient, on_day);
