import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { psql } from "../production/servers/psql.ts";
import { CommandFailed } from "../production/processes/run.ts";
import { carry, type Carried, type Proofs } from "./database/carry.ts";
import { type Application, foldersOf, sqlOf } from "./database/applications/application.ts";
import { migrateDjango } from "./database/applications/django.ts";
import { fillSql } from "./database/applications/fill.ts";
import { type Cluster, serviceName, startCluster } from "./database/cluster.ts";
import { type Front, TryProblem } from "./front.ts";

/** Before this line the SQL stands for the release's migration, after it for what people write. */
const opened = /^-- golive: opened[ \t]*$/m;

export interface Files {
  readonly sql: string;
  readonly after: string | null;
  readonly proofs: Proofs;
  /** Loaded after `sql`, and given some rows. */
  readonly application?: Application;
}

export const database: Front = {
  usage: "FILE.sql [--after FILE.sql] [--engine-proof content|restore|both]",
  about:
    "loads a database, and backs it up, proves it and takes it back as a launch does; " +
    "--after: what the release and, after a line `-- golive: opened`, people do meanwhile",
  async run(words) {
    const files = await filesOf(words);
    const cluster = await startCluster();
    try {
      return { ...(await tryDatabase(cluster, files)) };
    } finally {
      await cluster.stop();
    }
  },
};

/** One try on a cluster whose service's database is empty. Throws a TryProblem for the SQL's own errors. */
export async function tryDatabase(cluster: Cluster, { sql, after, proofs, application }: Files): Promise<Carried> {
  await load(cluster, sql, "FILE.sql");
  if (application !== undefined) await loadApplication(cluster, application);
  const [first = "", ...rest] = after === null ? [] : after.split(opened);
  const release = rest.length > 0 ? first : "";
  const people = rest.length > 0 ? rest.join("\n") : first;
  return carry(cluster, proofs, {
    release: () => load(cluster, release, "--after"),
    people: () => load(cluster, people, "--after, after the opening"),
  });
}

async function filesOf(words: readonly string[]): Promise<Files> {
  const { values, positionals } = wordsOf(words);
  const proof = values["engine-proof"];
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new TryProblem("name one file of SQL");
  const proofs = proofsOf[proof];
  if (proofs === undefined) throw new TryProblem(`there is no proof "${proof}"`);
  return { sql: await textOf(path), after: values.after === undefined ? null : await textOf(values.after), proofs };
}

const proofsOf: Readonly<Record<string, Proofs>> = {
  restore: ["restore"],
  content: ["content"],
  both: ["restore", "content"],
};

function wordsOf(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { after: { type: "string" }, "engine-proof": { type: "string", default: "restore" } },
    });
  } catch (error) {
    throw new TryProblem((error as Error).message);
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new TryProblem((error as Error).message);
  }
}

async function loadApplication(cluster: Cluster, application: Application): Promise<void> {
  const folders = await foldersOf(application);
  if (application.django !== undefined) await migrateDjango(cluster.facts, application.django, folders);
  for (const text of await sqlOf(application)) await load(cluster, text, "the application's SQL");
  await load(cluster, fillSql, "the rows of the application");
}

async function load({ facts }: Cluster, sql: string, what: string): Promise<void> {
  if (sql.trim() === "") return;
  try {
    await psql(facts, sql, serviceName);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw new TryProblem(`${what} does not run: ${error.stderr.trim().replaceAll("psql:<stdin>:", "line ")}`);
  }
}
