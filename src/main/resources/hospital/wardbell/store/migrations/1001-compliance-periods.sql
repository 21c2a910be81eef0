-- When the keys of all periods were destroyed that what a proposal has erased was kept for: from then
-- on no backup opens it, however old.
alter table disposition add column periods_ended_at {time};
