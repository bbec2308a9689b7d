-- says: drops DROP SEQUENCE ticket
-- says: drops DROP FUNCTION forget
-- says: drops DROP TRIGGER clients.touch_client
DROP SEQUENCE ticket;
DROP FUNCTION forget;
DROP TRIGGER touch_client ON clients;
