-- says: builds CREATE INDEX bookings.bookings_starts_at
CREATE INDEX bookings_starts_at ON bookings (starts_at);
