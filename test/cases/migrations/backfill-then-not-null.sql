-- says: rewrites UPDATE bookings 90
-- says: binds ADD COLUMN NOT NULL bookings.ends_at
-- says: binds ADD CHECK bookings.ends_later
BEGIN;
ALTER TABLE bookings ADD COLUMN ends_at timestamptz;
UPDATE bookings SET ends_at = starts_at + interval '50 minutes';
ALTER TABLE bookings ALTER COLUMN ends_at SET NOT NULL;
ALTER TABLE bookings ADD CONSTRAINT ends_later CHECK (ends_at > starts_at);
INSERT INTO django_migrations VALUES (2, 'booking_ends_at');
COMMIT;
