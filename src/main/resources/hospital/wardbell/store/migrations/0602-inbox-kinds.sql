-- What a PDU is that is not for people.
alter table raw_pdu add column kind varchar(12);
