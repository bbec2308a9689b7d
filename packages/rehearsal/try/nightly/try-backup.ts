import { join } from "node:path";
import { stringify } from "yaml";
import { CommandError, UserError } from "../../../../src/core/errors.ts";
import { findNewestBackup } from "../../../../src/database/dump/newest-backup.ts";
import { sideName } from "../../../../src/database/postgres.ts";
import { requireUntouched, stateOf } from "../../../../src/database/scratch/untouched.ts";
import { requireSane } from "../../../../src/database/trial/rules.ts";
import { restoreTrial } from "../../../../src/database/trial/trial.ts";
import { openHosts } from "../../../../src/hosts/open-hosts.ts";
import { loadPlan } from "../../../../src/plan/load.ts";
import type { Plan } from "../../../../src/plan/schema/schema.ts";
import { closeScratch, openScratch, readerOf } from "../../../../src/stages/day-before/scratch.ts";
import type { NightlyProduction } from "./production.ts";
import { postgresqlOf } from "../../../../src/plan/engine/engine.ts";

export interface Tried {
  readonly verdict: "pass" | "fail" | "inconclusive" | "error";
  readonly code: string | null;
  readonly seconds: number;
  readonly untouched: boolean;
  /** In words, for whoever looks into it; not printed. */
  readonly said: string;
}

/** A plan whose service's database is on that server, and nothing else of which is there. */
export function planOf(production: NightlyProduction, file: string, user = "nobody"): Plan {
  const plan = {
    version: 1,
    service: "psy",
    window: { start: "02:00", end: "04:00" },
    hosts: { db: { connect: "local" } },
    control: { host: "db", directory: join(production.directory, "state") },
    site: { url: "http://127.0.0.1:1/" },
    "load-balancer": { kind: "nginx", hosts: ["db"], flag: join(production.directory, "flag") },
    database: {
      ...{ engine: "postgresql", host: "db", name: production.database, "run-as": production.admin },
      connection: { host: production.socket, port: production.port, user: production.admin },
      programs: production.binaries,
      backup: { directory: join(production.directory, "backups"), "least-free": 1 },
    },
    services: { manager: "systemd", hosts: ["db"], units: ["psy"] },
    health: { url: "http://127.0.0.1:1/" },
    deploy: { preset: "django", hosts: ["db"], directory: join(production.directory, "live") },
    prepare: {
      "newest-backup": { kind: "command", run: ["echo", file], "max-age": "87600h" },
      "test-restore": { "run-as": user, rules: [{ table: "clients" }], "statement-timeout": "10m" },
    },
    verify: { checks: [{ kind: "http", id: "health", from: "db", url: "http://127.0.0.1:2/" }] },
  };
  return loadPlan(stringify(plan), "golive.yml");
}

/** What the day before makes of a backup: finds it, reads it whole, restores it, looks into it, and looks at production. */
export async function tryBackup(
  production: NightlyProduction,
  file: string,
  { settle = 1, user = "nobody" } = {},
): Promise<Tried> {
  const before = await production.look();
  const began = performance.now();
  const ended = await dayBefore(planOf(production, file, user), settle).then(
    () => ({ verdict: "pass" as const, code: null, said: "" }),
    (error: unknown) => verdictOf(error),
  );
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const after = await production.look().catch(() => "gone");
  return { ...ended, seconds, untouched: before === after };
}

async function dayBefore(plan: Plan, settle: number): Promise<void> {
  const hosts = await openHosts(plan, { session: "try" });
  const launch = { plan, hosts };
  const service = { host: hosts.get(postgresqlOf(plan).host), plan: postgresqlOf(plan) };
  const { newestBackup: newest, testRestore: settings } = plan.prepare;
  if (newest === undefined || settings === undefined) throw new Error("the plan restores nothing");
  try {
    const reader = readerOf(launch);
    const backup = await findNewestBackup(reader.host, reader.database, newest, settle);
    const state = await stateOf(service.host, service.plan);
    const { scratch } = await openScratch(launch, settings);
    try {
      const name = sideName(postgresqlOf(plan).name, "trial", "1");
      await restoreTrial(service, scratch, { backup, name, settings });
      // A stranger's tables are not known: that there are rows at all is looked at by the restore.
      await requireSane(scratch.host, scratch.database, name, []);
    } finally {
      await closeScratch(launch, settings, scratch);
      await requireUntouched(service.host, service.plan, state);
    }
  } finally {
    await hosts.close();
  }
}

/** A backup that cannot be looked into proves nothing; what golive itself lacks is an error. */
function verdictOf(error: unknown): Pick<Tried, "verdict" | "code" | "said"> {
  if (!(error instanceof UserError)) {
    if (!(error instanceof CommandError)) throw error;
    return { verdict: "error", code: "command-failed", said: `${error.message}\n${error.finished.stderr}` };
  }
  const code = error.problems[0]?.code ?? null;
  const cause = error.cause instanceof CommandError ? error.cause.finished.stderr : "";
  return { verdict: verdictOfCode(code ?? ""), code, said: `${error.message}\n${cause}` };
}

function verdictOfCode(code: string): "inconclusive" | "fail" | "error" {
  if (["backup-encrypted", "backup-unpacker-missing", "backup-slow"].includes(code)) return "inconclusive";
  return code.startsWith("production-") || code.startsWith("backup-") ? "fail" : "error";
}
