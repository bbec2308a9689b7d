/** Changes that golive does not see, and why; docs/backup.md tells them. What is seen after all is to be taken out. */
export const unseen: Readonly<Record<string, string>> = {
  "ALTER TABLE visits DISABLE TRIGGER ALL; ALTER TABLE visits ENABLE TRIGGER USER":
    "pg_dump does not write whether a foreign key's own triggers are switched off",
  "UPDATE pg_extension SET extowner = 'somebody'::regrole WHERE extname = 'citext'":
    "no command changes the owner of an extension, and pg_dump does not write it",
};
