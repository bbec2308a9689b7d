-- says: rewrites UPDATE clients 30
DO $$
DECLARE one record;
BEGIN
  FOR one IN SELECT * FROM clients LOOP
    UPDATE clients SET email = upper(one.email) WHERE id = one.id;
  END LOOP;
END $$;
