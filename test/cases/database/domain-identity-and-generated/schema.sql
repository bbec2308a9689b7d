CREATE DOMAIN phone AS text CHECK (VALUE ~ '^\+');
CREATE TABLE clients (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, phone phone, digits int GENERATED ALWAYS AS (length(phone)) STORED);
INSERT INTO clients (phone) SELECT '+7' || i FROM generate_series(1, 10) i;
