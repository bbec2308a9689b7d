-- golive: opened
UPDATE clients SET name = 'Ольга';
