SELECT lo_from_bytea(4711, '\x0102'); SELECT lo_create(4712); SELECT lo_from_bytea(4713, decode(repeat('ab', 262144), 'hex'));
SELECT lo_from_bytea(4714, decode(repeat('cd', 20000000), 'hex'));
-- Never written between.
SELECT lo_create(4715); SELECT lo_put(4715, 1000000, '\xff');
