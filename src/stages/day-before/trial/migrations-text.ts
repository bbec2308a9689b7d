import { effectTexts } from "../../../core/effects/effects-text.ts";
import { isOf, sparedText, unseenWords } from "../../../core/effects/lossy.ts";
import { showDuration } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import type { SeenLock } from "../../../database/trial/lock-sampler.ts";
import type { NewMigration } from "../../../presets/preset.ts";
import type { RehearsedMigration } from "./rehearse-migrations.ts";

export function migrationsText(migrations: readonly RehearsedMigration[], known: readonly NewMigration[]): string {
  if (migrations.length === 0) return t`none is pending`;
  return migrations
    .map((one) => {
      const waits = one.locks.length > 0 ? ` (${one.locks.map(lockText).join(", ")})` : "";
      return `${one.name} ${showDuration(one.seconds)}${effectsText(one, known)}${waits}`;
    })
    .join("; ");
}

/** What it did is found in the database; its file only tells what the rows of yesterday may have spared. */
function effectsText(one: RehearsedMigration, known: readonly NewMigration[]): string {
  const files = known.filter((file) => isOf(one, file));
  const { effects } = one;
  if (effects === null) {
    const words = files.flatMap(({ drops, rewrites }) => [...drops, ...rewrites]);
    return `, ⚠️ ${[t`what it does could not be seen`, ...words].join(", ")}`;
  }
  const lost = [
    ...effectTexts(effects, "drops", "rewrites"),
    ...files.flatMap((file) => unseenWords(file, effects)).map(sparedText),
  ];
  const binds = effectTexts(effects, "binds").map((text) => t`${text} (the release before has to cope with it)`);
  const rest = effectTexts(effects, "builds", "adds");
  const all = [...(lost.length > 0 ? [`⚠️ ${lost.join(", ")}`] : []), ...binds, ...rest];
  return `, ${all.length === 0 ? t`changes nothing that is there` : all.join(", ")}`;
}

function lockText({ stops, table, seconds }: SeenLock): string {
  return stops === "writes"
    ? t`writes of ${table} wait ${showDuration(seconds)}`
    : t`reads and writes of ${table} wait ${showDuration(seconds)}`;
}
