import { rollbackDatabase } from "../../../journal/steps/steps.ts";
import { createHash } from "node:crypto";
import { errorLine, UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { oidOf } from "../../../database/doors.ts";
import type { Written } from "../../../database/written/written.ts";
import { wasOpened } from "../../../journal/standing.ts";
import type { Counted, LaunchState } from "../../../journal/state.ts";
import { writtenSinceBackup } from "../baseline.ts";
import { copyOf, databaseHost } from "../../backup/backup-record.ts";
import type { Launch } from "../../launch/context.ts";
import { migrationsRan } from "../../../journal/migrated.ts";
import { ifPostgresql } from "../../../plan/engine/engine.ts";

/** What going back would set aside. What could not be counted is not known, which is not nothing. */
export type Loss =
  /** The site did not open since it was closed: nobody could write. */
  | { readonly kind: "never-open" }
  | { readonly kind: "code-only" }
  /** By commands nobody can count; all that is there then is backed up once more, before it is put back. */
  | { readonly kind: "kept-whole" }
  /** `since`: why the count is an earlier one, or null. */
  | {
      readonly kind: "counted";
      readonly at: string;
      readonly written: readonly Written[];
      readonly since: string | null;
    }
  | { readonly kind: "unknown"; readonly why: string };

/**
 * Counted in the database that people wrote to, and on record from then on: once the way back has put another in its
 * place, a count would be one of the wrong database, and the one on record is shown.
 */
export async function lossOf(launch: Launch): Promise<Loss> {
  if (!wasOpened(launch.state())) return { kind: "never-open" };
  if (!migrationsRan(launch.state())) return { kind: "code-only" };
  const { plan, state } = launch;
  const database = ifPostgresql(plan);
  if (database === undefined) return { kind: "kept-whole" };
  try {
    const now = await oidOf(databaseHost(launch), database, database.name);
    const other = now === null ? t`there is no database ${database.name} now` : notTheOne(launch, now);
    if (other !== null) return onRecord(state(), other);
    const written = await writtenSinceBackup(launch, database.name, null);
    await launch.record({ kind: "counted", database: now, written });
  } catch (error) {
    // Without anything to go back to, nobody should approve it.
    if (error instanceof UserError && error.problems[0]?.code === "way-back-gone") throw error;
    const why = errorLine(error);
    await launch.record({ kind: "counted", database: null, written: null, why });
    return onRecord(state(), why);
  }
  return onRecord(state(), null);
}

/** Why the database of the service's name is not the one that people wrote to after the opening; null when it is. */
function notTheOne(launch: Launch, oid: string): string | null {
  const { steps, counted } = launch.state();
  const { replacement, snapshot } = rollbackDatabase.facts({ steps });
  if (replacement === oid || copyOf(launch)?.oid === oid || typeof snapshot === "string")
    return t`the database of before serves already`;
  const known = counted?.database ?? null;
  return known === null || known === oid ? null : t`another database bears the name since`;
}

/** The count on record, from when it was taken. */
function onRecord({ counted }: LaunchState, since: string | null): Loss {
  if (counted === null || counted.written === null)
    return { kind: "unknown", why: since ?? counted?.why ?? t`nothing was counted` };
  return { kind: "counted", at: counted.at, written: counted.written as readonly Written[], since };
}

/** What a person accepts at the keyboard: this count of this launch and no other. */
export function lossDigest({ release, counted }: LaunchState, loss: Loss): string {
  const shown: readonly unknown[] = loss.kind === "counted" ? [loss.at, loss.written] : [loss.kind, counted?.at ?? ""];
  return createHash("sha256")
    .update(JSON.stringify([release?.id, ...shown]))
    .digest("hex")
    .slice(0, 12);
}

/** The loss as it is on record, without counting anew; null when nothing was counted yet. */
export function lossOnRecord(state: LaunchState): Loss | null {
  const { counted }: { counted: Counted | null } = state;
  return counted === null ? null : onRecord(state, null);
}
