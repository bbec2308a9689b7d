-- says: drops DELETE bookings 3
-- says: adds INSERT archive.notes 3
WITH gone AS (DELETE FROM bookings WHERE client_id = 3 RETURNING id)
INSERT INTO archive.notes SELECT 1000 + id, 'moved' FROM gone;
