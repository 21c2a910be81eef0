-- How long a patient's row is kept, and whether a legal hold keeps it longer.
alter table patient add column record_class varchar(20) default 'patient' not null;
alter table patient add column retain_until {time};
alter table patient add column legal_hold {flag} default 0 not null;
