import type { Finished } from "../../../core/command.ts";
import { UserError } from "../../../core/errors.ts";
import { pollUntil } from "../../../core/poll-until.ts";
import { t } from "../../../core/text/text.ts";
import { why } from "../../../hosts/why.ts";
import type { Pooler, PoolerKind, Rest } from "../kind.ts";
import { ask, type Bouncer, leadingTo, placeOf, rows } from "./bouncer.ts";
import { consoleCommand, type PgbouncerPlan } from "./console.ts";
import { problems } from "./looks.ts";

/** Seconds that sessions get to end by themselves, before they are in the way or are ended. */
const patience = 5;

/** pgbouncer of any version: by its console, which only its `admin_users` may tell something. */
export const pgbouncer: PoolerKind<PgbouncerPlan> = {
  programs: ["psql"],
  open(plan, host, pooled): Pooler {
    const bouncer = { plan, host, pooled };
    return {
      hold: (rest) => hold(bouncer, rest),
      release: () => release(bouncer),
      problems: () => problems(bouncer),
    };
  },
};

/**
 * Its databases that lead to the service's. One that pgbouncer made by itself (`* =`) is not listed while it is held or
 * nobody uses it: it has the server's own name.
 */
async function databasesOf(bouncer: Bouncer): Promise<string[]> {
  const { databases } = bouncer.plan;
  if (databases.length > 0) return [...databases];
  const found = leadingTo(await rows(bouncer, "SHOW DATABASES"), bouncer.pooled);
  return found.length > 0 ? found : [bouncer.pooled.name];
}

async function hold(bouncer: Bouncer, rest: Rest): Promise<void> {
  const databases = await databasesOf(bouncer);
  // Whoever is in the way is not even held up.
  if (rest === "refuse") await requireNobody(bouncer, databases);
  try {
    for (const database of databases) await holdOne(bouncer, database, rest);
    if (rest === "refuse") await requireNobody(bouncer, databases);
  } catch (error) {
    // The failure itself is what has to be told.
    await release(bouncer, databases).catch(() => {});
    throw error;
  }
}

/** PAUSE waits for transactions to end, or in session mode for clients to leave; KILL does not. */
async function holdOne(bouncer: Bouncer, database: string, rest: Rest): Promise<void> {
  const words = 'PAUSE :"database"';
  const paused = await ask(bouncer, words, database, patience);
  if (paused.code === 0 && !paused.timedOut) return;
  if (!paused.timedOut) throw await refused(bouncer, database, words, paused);
  if (rest === "refuse") throw stillConnected(bouncer, await clientsOf(bouncer, [database]));
  const ended = await ask(bouncer, 'KILL :"database"', database);
  if (ended.code !== 0 || ended.timedOut) throw await refused(bouncer, database, "KILL", ended);
}

async function refused(bouncer: Bouncer, database: string, words: string, finished: Finished): Promise<UserError> {
  const asked = consoleCommand(bouncer.plan, bouncer.pooled.programs, { words, database });
  return new UserError({
    code: "pooler-not-held",
    what: t`pgbouncer did not hold back the queries for ${database}: ${await why(bouncer.host, asked, finished)}`,
    where: placeOf(bouncer),
    mend: t`look at database.poolers in the plan and at pgbouncer's log, then run again`,
  });
}

/** A client without a transaction has no session in the database, and may begin one as soon as it is let. */
async function requireNobody(bouncer: Bouncer, databases: readonly string[]): Promise<void> {
  let clients: string[] = [];
  const quiet = await pollUntil(
    async () => {
      clients = await clientsOf(bouncer, databases);
      return clients.length === 0 ? true : null;
    },
    { every: 0.5, limit: patience },
  );
  if (quiet === null) throw stillConnected(bouncer, clients);
}

/** Who is connected to the pooler, each kind once with how many there are. */
async function clientsOf(bouncer: Bouncer, databases: readonly string[]): Promise<string[]> {
  const { observers } = bouncer.pooled;
  const found = (await rows(bouncer, "SHOW CLIENTS")).filter(
    ({ database = "", user = "" }) => databases.includes(database) && !observers.includes(user),
  );
  const names = found.map(({ user = "", addr = "", application_name: program = "" }) => {
    const from = [program, addr].filter((part) => part !== "").join(", ");
    return `${user}${from === "" ? "" : ` (${from})`}`.replaceAll(/[^\p{L}\p{N} .,:_/@()-]/gu, "");
  });
  return [...new Set(names)].map((name) => `${name}: ${names.filter((other) => other === name).length}`);
}

function stillConnected(bouncer: Bouncer, clients: readonly string[]): UserError {
  return new UserError({
    code: "pooler-still-connected",
    what: t`someone is still connected to ${bouncer.pooled.name} through pgbouncer and could write after the backup: ${clients.join(", ")}`,
    where: placeOf(bouncer),
    mend: t`name what else writes under services.units, stop it before the window, or list roles that only look in database.observers`,
  });
}

/** What is not held back needs no release: pgbouncer calls that an error. */
async function release(bouncer: Bouncer, held?: readonly string[]): Promise<void> {
  await forgetFailures(bouncer);
  const databases = new Set([...(held ?? (await databasesOf(bouncer))), bouncer.pooled.name]);
  for (const database of databases) {
    const words = 'RESUME :"database"';
    const finished = await ask(bouncer, words, database);
    if (finished.code === 0 && !finished.timedOut) continue;
    if (/is not paused|no such database/.test(finished.stderr)) continue;
    const asked = consoleCommand(bouncer.plan, bouncer.pooled.programs, { words, database });
    throw new UserError({
      code: "pooler-not-released",
      what: t`pgbouncer still holds back the queries for ${database}: ${await why(bouncer.host, asked, finished)}`,
      where: placeOf(bouncer),
      mend: t`in its console (psql -d pgbouncer): RESUME "${database}"; or run again`,
    });
  }
}

/**
 * With min_pool_size pgbouncer opens connections to a database that it holds as well, ends them itself, and takes that
 * for failed logins, after which it waits (server_login_retry). KILL makes it forget them; whoever came meanwhile comes
 * again.
 */
async function forgetFailures(bouncer: Bouncer): Promise<void> {
  const listed = await rows(bouncer, "SHOW DATABASES");
  for (const { name = "", database, paused, min_pool_size: least = "0" } of listed) {
    const ours = database === bouncer.pooled.name || bouncer.plan.databases.includes(name);
    if (ours && paused === "1" && least !== "0") await ask(bouncer, 'KILL :"database"', name);
  }
}
