ALTER TABLE visits ADD room text; CREATE TABLE visits_2027 PARTITION OF visits FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
-- golive: opened
UPDATE visits SET day = '2026-03-01' WHERE id <= 2; INSERT INTO visits VALUES (30, '2027-01-01', 'new'); UPDATE visits SET room = '5' WHERE id = 9; DELETE FROM visits WHERE id = 20;
