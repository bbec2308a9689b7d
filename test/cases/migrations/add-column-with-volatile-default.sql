-- says: builds REWRITE TABLE bookings
-- says: adds ADD COLUMN bookings.token
ALTER TABLE bookings ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();
