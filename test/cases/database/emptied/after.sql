-- golive: opened
TRUNCATE clients; INSERT INTO clients VALUES (1, 'client 1'), (2, 'other');
