-- A PDU that became a message is kept as long as the message; one that did not, by these.
alter table raw_pdu add column record_class varchar(20) default 'raw' not null;
alter table raw_pdu add column retain_until {time};
alter table raw_pdu add column legal_hold {flag} default 0 not null;
