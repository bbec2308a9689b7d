/** Changes that golive does not see, and why; docs/backup.md tells them. What is seen after all is to be taken out. */
export const unseen: Readonly<Record<string, string>> = {
  "ALTER TABLE visits DISABLE TRIGGER ALL; ALTER TABLE visits ENABLE TRIGGER USER":
    "pg_dump does not write whether a foreign key's own triggers are switched off",
  "UPDATE pg_extension SET extowner = 'somebody'::regrole WHERE extname = 'citext'":
    "no command changes the owner of an extension, and pg_dump does not write it",
};

/** Changes that are not seen as yet and have to be. */
export const missed: Readonly<Record<string, string>> = {
  "ALTER TABLE clients DROP CONSTRAINT few, ADD CONSTRAINT few CHECK (n + 1 * 2 > 0)":
    "parentheses are left out of the comparison",
  "ALTER TABLE clients DROP CONSTRAINT few, ADD CONSTRAINT few CHECK ((n + 1) * 2::bigint > 0)":
    "casts are left out of the comparison",
  "ALTER INDEX by_mood SET TABLESPACE apart": "SET default_tablespace is passed over",
  "ALTER TABLE plain SET TABLESPACE apart": "SET default_tablespace is passed over",
  "ALTER TABLE empty_one SET ACCESS METHOD heap2": "SET default_table_access_method is passed over",
  "REFRESH MATERIALIZED VIEW kept WITH NO DATA": "whether a view is filled is not looked at",
  "ALTER LARGE OBJECT 5001 OWNER TO somebody": "of large objects only the bytes are looked at",
  "GRANT UPDATE ON LARGE OBJECT 5001 TO somebody": "of large objects only the bytes are looked at",
  "COMMENT ON LARGE OBJECT 5001 IS 'other'": "of large objects only the bytes are looked at",
};
