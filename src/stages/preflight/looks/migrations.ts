import { prepareMigrations } from "../../../journal/steps/steps.ts";
import type { Release } from "../../../core/release.ts";
import { t } from "../../../core/text/text.ts";
import { repositoryOf } from "../../../plan/layout.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { type NewMigration, presetOf } from "../../../presets/preset.ts";
import { strategyOf } from "../../../presets/strategy.ts";
import { migrateHost } from "../../deploy/deploy-order.ts";
import type { Connections } from "../../launch/connect/connect.ts";
import type { Finding } from "../finding.ts";

/** What the release's migrations do to data that is there; the first that drops or rewrites is the point of no return. */
export async function migrationsFinding(
  plan: Plan,
  { hosts }: Pick<Connections, "hosts">,
  release: Pick<Release, "id" | "tag" | "commit">,
): Promise<Finding> {
  const step = prepareMigrations.id;
  const host = hosts.get(migrateHost(plan));
  // What is wrong with the checkout is told by the look at it.
  const found = await strategyOf(plan)
    .current(host, plan)
    .then(({ commit }) => presetOf(plan).newMigrations({ plan, host, release, directory: repositoryOf(plan) }, commit))
    .catch(() => null);
  if (found === null) return { step, problems: [], note: t`could not be read` };
  const first = found.find((one) => effectsOf(one).length > 0);
  const note = found.length === 0 ? t`none: going back is a matter of code alone` : found.map(shown).join("; ");
  return { step, problems: [], note, facts: { migrations: found, ...(first ? { noReturn: first } : {}) } };
}

function shown(migration: NewMigration): string {
  const effects = effectsOf(migration);
  return effects.length === 0 ? migration.name : `${migration.name} (${effects.join(", ")})`;
}

/** What it does that nothing brings back. */
function effectsOf({ drops, rewrites }: NewMigration): readonly string[] {
  return [...drops, ...rewrites];
}
