-- golive: opened
UPDATE notes SET line = 'x' WHERE id IN (1, 10);
