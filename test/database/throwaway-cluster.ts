import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";
import type { PostgresFacts } from "../../packages/rehearsal/production/facts.ts";
import { machineFacts } from "../../packages/rehearsal/production/machine-facts.ts";
import { postgresBinaries, startPostgres, startServer } from "../../packages/rehearsal/production/servers/postgres.ts";
import type { Program } from "../../packages/rehearsal/production/processes/program.ts";
import { psql } from "../../packages/rehearsal/production/servers/psql.ts";
import type { DatabasePlan } from "../../src/database/postgres.ts";
import { samplePlan } from "../plan/sample-plan.ts";

export interface Cluster {
  readonly directory: string;
  readonly facts: PostgresFacts;
  /** The plan of a database on this cluster, with the superuser's connection. */
  plan(change?: Partial<DatabasePlan>): DatabasePlan;
  /** Runs SQL as the superuser; rows one a line. */
  sql(text: string, database?: string): Promise<string>;
  /** Stops the server and starts it with these settings, each as `name = value`. */
  restart(...settings: string[]): Promise<void>;
  /** Stops the server, does the work and starts it again. */
  whileStopped(work: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own, in a directory of its own below `parent`, of Debian's programs unless others are named. */
export async function startCluster(programs?: string, parent = tmpdir()): Promise<Cluster> {
  const directory = await mkdtemp(join(parent, "golive-database-"));
  await chmod(directory, 0o755);
  const [port = 0] = await freePorts(1);
  const { postgres: facts } = machineFacts(directory, {
    ports: { site: 0, app: 0, postgres: port, spare: 0 },
    binaries: programs ?? (await postgresBinaries()),
  });
  await mkdir(join(directory, "settings"));
  let program: Program | undefined;
  const stop = async () => {
    await program?.stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await startPostgres(facts, join(directory, "settings/owner.pgpass"), (started) => void (program = started));
  } catch (error) {
    await stop();
    throw error;
  }
  const { connection: _, ...rest } = samplePlan().database;
  return {
    directory,
    facts,
    stop,
    async whileStopped(work) {
      await program?.stop();
      await work();
      program = await startServer(facts);
    },
    sql: (text, database) => psql(facts, text, database),
    restart: async (...settings) => {
      // One statement each: a script would be one, with a pause between.
      for (const setting of settings) await psql(facts, `ALTER SYSTEM SET ${setting}`, "postgres");
      await program?.stop();
      program = await startServer(facts);
    },
    plan: (change = {}) => ({
      ...rest,
      name: facts.database,
      connection: { host: facts.host, port: facts.port, user: facts.adminUser, passfile: facts.passfile },
      backup: {
        directory: join(directory, "backups"),
        jobs: 2,
        copy: true,
        dump: "before-deploy",
        proof: "restore",
        countOnly: [],
        keep: { count: 5, days: 30 },
        leastFree: 1,
      },
      ...change,
    }),
  };
}

/** Another role's connection, with its password in a file of its own. */
export async function connectionOf(
  cluster: Cluster,
  role: string,
  password: string,
): Promise<DatabasePlan["connection"]> {
  const { host, port } = cluster.facts;
  const passfile = join(cluster.directory, "settings", `as-${role}.pgpass`);
  await writeFile(passfile, `*:${port}:*:${role}:${password}\n`, { mode: 0o600 });
  return { host, port, user: role, passfile };
}
