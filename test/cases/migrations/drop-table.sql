-- says: drops DROP TABLE bookings
-- says: drops DROP VIEW upcoming
-- says: drops DROP MATERIALIZED VIEW per_day
DROP TABLE bookings CASCADE;
