-- golive: opened
UPDATE clients SET name = name;
