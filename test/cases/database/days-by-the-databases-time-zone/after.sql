-- golive: opened
INSERT INTO visits VALUES (100);
