import { z } from "zod";
import { errorLine } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Judgement } from "../../core/verdict.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { hostName } from "../../plan/schema/fields.ts";
import { common } from "../common-schema.ts";
import type { Abilities, CheckContext, CheckedPlan } from "../context.ts";
import { type CheckPhase, type CheckProblem, defineCheck } from "../define-check.ts";

const migrationsSchema = z.strictObject({
  kind: z.literal("migrations"),
  ...common,
  host: hostName.optional().describe("Host of the deploy that is asked. Default: the one that migrates."),
  models: z
    .boolean()
    .default(false)
    .describe("The release's models and its migrations have to agree (Django: makemigrations --check)."),
});
export type MigrationsCheck = Parsed<typeof migrationsSchema>;

export const migrations = defineCheck(migrationsSchema, {
  cost: "work",
  title: () => t`Every migration is applied`,
  hosts: (check) => [{ path: ["host"], host: check.host }],
  problems: migrationsProblems,
  run: checkMigrations,
});

function migrationsProblems(
  { host, models }: MigrationsCheck,
  { deploy, hosts }: CheckedPlan,
  _phase: CheckPhase,
  can: Pick<Abilities, "migrations" | "models">,
): CheckProblem[] {
  const problems: CheckProblem[] = [];
  if (host !== undefined && host in hosts && !deploy.hosts.includes(host))
    problems.push({
      code: "migrations-host-without-release",
      path: ["host"],
      what: t`"${host}" has no release whose migrations could be listed`,
      mend: t`use one of deploy.hosts: ${deploy.hosts.join(", ")}`,
    });
  if (!can.migrations)
    problems.push({
      code: "migrations-not-listed",
      path: [],
      what: t`the plan does not tell how migrations are listed`,
      mend: t`add deploy.migrate, or take the check out`,
    });
  if (models && !can.models)
    problems.push({
      code: "migrations-models-unknown",
      path: ["models"],
      what: t`with preset ${deploy.preset} nobody knows what the models hold`,
      mend: t`take models out`,
    });
  return problems;
}

export async function checkMigrations(check: MigrationsCheck, { migrations: of }: CheckContext): Promise<Judgement> {
  const asked = of?.(check.host) ?? null;
  if (asked === null)
    return { verdict: "error", evidence: t`the plan does not tell how the service's migrations are listed` };
  try {
    const pending = await asked.pending();
    if (pending.length > 0)
      return { verdict: "fail", evidence: t`${counted(pending.length)} not applied on ${asked.host}: ${few(pending)}` };
    if (!check.models) return { verdict: "pass", evidence: t`every migration is applied` };
    const drift = await asked.drift();
    if (drift === null) return { verdict: "error", evidence: t`this preset cannot compare models and migrations` };
    if (drift.length > 0)
      return { verdict: "fail", evidence: t`the models hold what no migration makes: ${few(drift)}` };
    return { verdict: "pass", evidence: t`every migration is applied, and the models hold nothing beyond them` };
  } catch (error) {
    return { verdict: "error", evidence: errorLine(error) };
  }
}

function counted(count: number): string {
  return count === 1 ? t`1 migration is` : t`${count} {0:migration is|migrations are|migrations are}`;
}

function few(names: readonly string[]): string {
  return names.length > 5 ? t`${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", ");
}
