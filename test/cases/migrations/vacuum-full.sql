-- says: builds REWRITE TABLE bookings
VACUUM FULL bookings;
