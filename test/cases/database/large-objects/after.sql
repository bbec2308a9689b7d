-- golive: opened
SELECT lo_put(4711, 0, '\xff'); SELECT lo_from_bytea(4712, '\x0a'); INSERT INTO files VALUES (2, 4712);
