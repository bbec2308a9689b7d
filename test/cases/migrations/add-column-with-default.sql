-- says: adds ADD COLUMN bookings.paid
ALTER TABLE bookings ADD COLUMN paid boolean NOT NULL DEFAULT false;
