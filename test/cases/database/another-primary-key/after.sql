ALTER TABLE clients ADD uid uuid DEFAULT gen_random_uuid() NOT NULL;
ALTER TABLE clients DROP CONSTRAINT clients_pkey; ALTER TABLE clients ADD PRIMARY KEY (uid); ALTER TABLE clients ADD UNIQUE (id);
-- golive: opened
UPDATE clients SET name = 'other' WHERE id <= 5;
