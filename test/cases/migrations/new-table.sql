-- says: adds CREATE TABLE rooms
CREATE TABLE rooms (id serial PRIMARY KEY, name text NOT NULL);
INSERT INTO rooms (name) SELECT 'r' || i FROM generate_series(1, 9) i;
UPDATE rooms SET name = upper(name);
CREATE INDEX rooms_name ON rooms (name);
