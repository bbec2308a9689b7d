-- says: binds ADD FOREIGN KEY bookings.known_client
ALTER TABLE bookings ADD CONSTRAINT known_client FOREIGN KEY (client_id) REFERENCES clients NOT VALID;
ALTER TABLE bookings VALIDATE CONSTRAINT known_client;
