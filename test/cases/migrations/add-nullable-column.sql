-- says: adds ADD COLUMN bookings.ends_at
ALTER TABLE bookings ADD COLUMN ends_at timestamptz;
