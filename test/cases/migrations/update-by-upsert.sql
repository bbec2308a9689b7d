-- says: rewrites UPDATE archive.notes 7
-- says: adds INSERT archive.notes 3
INSERT INTO archive.notes SELECT i, 'new' FROM generate_series(1, 10) i ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body;
