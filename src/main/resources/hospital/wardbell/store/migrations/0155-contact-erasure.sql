-- What decides how long a patient's row is kept, where people have said it: the day of birth, sealed
-- under the patient's key, and when the patient was discharged. `erased_at` is when the keys were
-- destroyed; the numbers' rows are gone then.
alter table patient add column born {bytes 100};
alter table patient add column discharged_at {time};
alter table patient add column erased_at {time};
