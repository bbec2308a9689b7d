import { errorLine } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Judgement } from "../core/verdict.ts";
import type { CheckContext } from "./check.ts";
import type { MigrationsCheck } from "./migrations-schema.ts";

/** Asks the live release itself, on its host and with its settings. */
export interface Migrations {
  readonly host: string;
  /** Names of those that are not applied. */
  pending(): Promise<readonly string[]>;
  /** Where models and migrations differ; null when this preset cannot tell. */
  drift(): Promise<readonly string[] | null>;
}

export async function checkMigrations(check: MigrationsCheck, { migrations }: CheckContext): Promise<Judgement> {
  const asked = migrations?.(check.host) ?? null;
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
