-- says: drops TRUNCATE bookings
TRUNCATE bookings;
