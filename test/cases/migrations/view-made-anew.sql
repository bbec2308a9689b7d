DROP VIEW upcoming;
CREATE VIEW upcoming AS SELECT id, starts_at, note FROM bookings;
REFRESH MATERIALIZED VIEW per_day;
