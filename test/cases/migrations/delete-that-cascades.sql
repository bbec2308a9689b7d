-- says: drops DELETE clients 1
-- says: drops DELETE bookings 3
DELETE FROM clients WHERE id = 7;
