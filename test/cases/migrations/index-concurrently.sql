-- says: adds CREATE INDEX CONCURRENTLY bookings.bookings_starts_at
CREATE INDEX CONCURRENTLY bookings_starts_at ON bookings (starts_at);
