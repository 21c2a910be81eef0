-- Whom a draft was to is the remote's own row, not a blind index: that may be made anew. Empty in
-- what was decided before there was a row of the remote.
alter table gate_verdict add column remote {id};
update gate_verdict set remote =
  (select r.id from consent_remote r where r.remote_index = gate_verdict.remote_index);
alter table gate_verdict drop column remote_index;
