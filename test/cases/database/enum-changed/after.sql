ALTER TYPE mood ADD VALUE 'high';
-- golive: opened
UPDATE days SET mood = 'high' WHERE id <= 2;
