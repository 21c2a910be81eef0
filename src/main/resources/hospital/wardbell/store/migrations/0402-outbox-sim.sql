-- Which SIM a part was handed to, and which was in the modem that a report came by: a blind index of
-- its ICCID. Empty where the modem does not say it, and of what is older than this.
alter table outbox_part add column sim {bytes 32};
alter table outbox_report add column sim {bytes 32};
