-- How long the proof of what somebody said is kept, and whether a legal hold keeps it longer.
alter table consent_entry add column record_class varchar(20) default 'consent' not null;
alter table consent_entry add column retain_until {time};
alter table consent_entry add column legal_hold {flag} default 0 not null;
