-- DROP TABLE clients; /* DELETE FROM bookings */
SELECT 'DROP TABLE clients', $$TRUNCATE bookings$$;
COMMENT ON TABLE clients IS 'DELETE FROM clients; UPDATE clients SET name = 1';
