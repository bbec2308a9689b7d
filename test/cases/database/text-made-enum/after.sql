CREATE TYPE mood AS ENUM ('calm', 'low'); ALTER TABLE days ALTER mood TYPE mood USING mood::mood;
-- golive: opened
UPDATE days SET mood = 'low' WHERE id <= 2;
