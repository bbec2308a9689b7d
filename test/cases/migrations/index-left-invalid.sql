-- says: builds INVALID INDEX bookings.one_note
\set ON_ERROR_STOP 0
CREATE UNIQUE INDEX CONCURRENTLY one_note ON bookings (note);
