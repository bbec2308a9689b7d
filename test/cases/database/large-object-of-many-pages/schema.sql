CREATE ROLE reader; SELECT lo_from_bytea(9001, convert_to(repeat('страница', 300000), 'UTF8')); SELECT lo_from_bytea(9002, ''); SELECT lo_create(9003);
SELECT lo_put(9003, 1000000, '\x00ff'); GRANT SELECT ON LARGE OBJECT 9001 TO reader; COMMENT ON LARGE OBJECT 9002 IS 'empty'; ALTER LARGE OBJECT 9003 OWNER TO reader;
