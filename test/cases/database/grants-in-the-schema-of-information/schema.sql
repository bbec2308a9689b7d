REVOKE ALL ON TABLE information_schema.tables FROM PUBLIC; CREATE TABLE clients (id int PRIMARY KEY);
