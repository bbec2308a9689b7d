ALTER TABLE comp ADD c int DEFAULT 3;
-- golive: opened
UPDATE comp SET a.no = 2; INSERT INTO bare DEFAULT VALUES; INSERT INTO gone DEFAULT VALUES; INSERT INTO ev VALUES (3,1); UPDATE people SET mail = 'ANNA' WHERE mail = 'anna';
