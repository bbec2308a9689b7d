import knex from "knex";
import { settings } from "./config.js";

/** Passwords come from the file that PGPASSFILE names, so they are in no list of settings. */
export function connect() {
  const env = settings();
  if (env.PGPASSFILE !== undefined) process.env.PGPASSFILE = env.PGPASSFILE;
  return knex({
    client: "pg",
    connection: { host: env.PGHOST, port: Number(env.PGPORT), database: env.PGDATABASE, user: env.PGUSER },
    pool: { min: 0, max: 8 },
    migrations: { directory: "migrations" },
  });
}
