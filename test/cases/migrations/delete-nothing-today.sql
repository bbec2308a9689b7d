DELETE FROM clients WHERE name = 'nobody of this name';
