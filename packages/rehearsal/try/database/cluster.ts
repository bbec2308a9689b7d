import { appendFile, chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { DatabasePlan } from "../../../../src/database/postgres.ts";
import type { PostgresFacts } from "../../production/facts.ts";
import { machineFacts } from "../../production/machine-facts.ts";
import { freePorts } from "../../production/processes/free-ports.ts";
import { postgresBinaries, startPostgres, startServer } from "../../production/servers/postgres.ts";
import type { Program } from "../../production/processes/program.ts";
import { psql } from "../../production/servers/psql.ts";

/** The name of the service's database. */
export const serviceName = "psy";

export interface Cluster {
  readonly directory: string;
  readonly facts: PostgresFacts;
  /** As a plan's `database`, by the superuser's connection. */
  plan(proof: "restore" | "content"): DatabasePlan;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL of its own that holds the service's database, still empty. Settings that are read at the start make it
 * start twice.
 */
export async function startCluster(settings: Readonly<Record<string, string>> = {}): Promise<Cluster> {
  const directory = await mkdtemp(join(tmpdir(), "golive-try-"));
  await chmod(directory, 0o755);
  const [port = 0] = await freePorts(1);
  const binaries = await postgresBinaries();
  const { postgres } = machineFacts(directory, {
    ports: { site: 0, app: 0, postgres: port, spare: 0 },
    binaries,
  });
  const facts = { ...postgres, database: serviceName };
  await mkdir(join(directory, "settings"));
  let program: Program | undefined;
  const stop = async () => {
    await program?.stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await startPostgres(facts, join(directory, "settings/owner.pgpass"), (started) => {
      program = started;
    });
    // It is thrown away: nothing has to outlive a crash of the machine.
    for (const setting of ["fsync", "full_page_writes"])
      await psql(facts, `ALTER SYSTEM SET ${setting} = off;\n`, "postgres");
    await psql(facts, "SELECT pg_reload_conf();\n", "postgres");
    if (Object.keys(settings).length > 0) {
      await program?.stop();
      const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
      await appendFile(join(dirname(facts.socket), "data/postgresql.conf"), lines.join(""));
      program = await startServer(facts);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { directory, facts, stop, plan: (proof) => planOf(directory, facts, proof) };
}

function planOf(directory: string, facts: PostgresFacts, proof: "restore" | "content"): DatabasePlan {
  const { host, port, adminUser: user, passfile } = facts;
  return {
    engine: "postgresql",
    host: "db-1",
    name: facts.database,
    connection: { host, port, user, passfile },
    programs: facts.binaries,
    observers: [],
    poolers: [],
    backup: {
      directory: join(directory, "backups"),
      jobs: 2,
      copy: true,
      dump: "before-deploy",
      proof,
      countOnly: [],
      keep: { count: 5, days: 30 },
      leastFree: 1,
    },
  };
}
