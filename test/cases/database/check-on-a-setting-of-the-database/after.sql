-- golive: opened
INSERT INTO crm.clients VALUES (3);
