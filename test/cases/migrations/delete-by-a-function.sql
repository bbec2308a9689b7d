-- says: drops DELETE bookings 40
SELECT forget(50);
