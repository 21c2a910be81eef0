-- How the network served the modem: GSM, UMTS, LTE and so on; empty where the modem did not say, and in
-- what is older than this.
alter table fleet_sample add column radio varchar(16);
