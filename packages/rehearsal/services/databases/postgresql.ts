import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { restoreRules } from "../../plan/parts.ts";
import { run } from "../../production/processes/run.ts";
import { startPostgres } from "../../production/servers/postgres.ts";
import { type Connection, psql } from "../../production/servers/psql.ts";
import { type Found, locate } from "../../production/traffic/lost.ts";
import type { RehearsedDatabase } from "./kind.ts";

/** In the service's database first, then in those that a rollback kept. */
export async function locateWithKept(
  connection: Connection,
  acknowledged: readonly { readonly uuid: string }[],
): Promise<Found> {
  const like = `SELECT datname FROM pg_database WHERE datname LIKE '${connection.database}_failed_%'`;
  const kept = (await psql(connection, like, "postgres")).split("\n").filter((name) => name !== "");
  return locate(acknowledged, connection, [connection.database, ...kept]);
}

export const postgresql: RehearsedDatabase = {
  about: "PostgreSQL",

  start: (facts, started) => startPostgres(facts.postgres, facts.ownerPassfile, started),

  settings: ({ postgres, ownerPassfile }) => [
    `PGHOST=${postgres.host}`,
    `PGPORT=${postgres.port}`,
    `PGDATABASE=${postgres.database}`,
    `PGUSER=${postgres.owner}`,
    `PGPASSFILE=${ownerPassfile}`,
  ],

  async nightly({ nightly, postgres }) {
    await mkdir(nightly, { recursive: true, mode: 0o700 });
    const to = join(nightly, "psychology.dump");
    const place = ["-h", postgres.host, "-p", String(postgres.port), "-U", postgres.adminUser];
    await run(join(postgres.binaries, "pg_dump"), ["--no-password", ...place, "-Fc", "-f", to, postgres.database], {
      env: { PGPASSFILE: postgres.passfile },
    });
  },

  locate: ({ postgres }, acknowledged) => locateWithKept(postgres, acknowledged),

  plan({ postgres, backups, nightly, ownerPassfile }) {
    const { host, port, adminUser, owner, passfile } = postgres;
    return {
      database: {
        engine: "postgresql",
        host: "app-1",
        name: postgres.database,
        connection: { host, port, user: adminUser, passfile },
        backup: { directory: backups, jobs: 2 },
      },
      prepare: {
        "newest-backup": { kind: "files", pattern: join(nightly, "*.dump") },
        "test-restore": restoreRules,
      },
      access: [
        {
          kind: "postgres",
          id: "database",
          title: "The service's role gets into its database",
          connection: { host, port, user: owner, passfile: ownerPassfile },
          database: postgres.database,
        },
      ],
    };
  },
};
