import { parseDuration } from "../core/text/duration.ts";
import { type Problem, UserError } from "../core/errors.ts";
import { showDuration, showSize } from "../core/text/figures.ts";
import { t } from "../core/text/text.ts";
import { clean as removeLeft } from "../stages/by-hand/clean.ts";
import { leftoversOf } from "../stages/by-hand/leftovers/inventory.ts";
import type { Leftover } from "../stages/by-hand/leftovers/leftover.ts";
import { atKeyboard, type Out, withReach } from "./at-keyboard.ts";

const options = {
  remove: { type: "string", multiple: true, default: [] as string[] },
  "all-older-than": { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** `golive clean`: what launches left behind; with `--remove` or `--all-older-than` it goes, on record. */
export async function clean(args: readonly string[], out: Out): Promise<void> {
  const { values: given, positionals, context, because } = await atKeyboard(args, options, out);
  const values = given as {
    readonly remove: readonly string[];
    readonly "all-older-than"?: string;
    readonly json: boolean;
  };
  // `--remove A B C`: what follows the first is meant as well, and nothing else is a word here.
  const ids = [...values.remove, ...(values.remove.length > 0 ? positionals : [])];
  const older = values["all-older-than"];
  const olderThan = older === undefined ? null : parseDuration(older);
  const removes = ids.length > 0 || older !== undefined;
  const problems: Problem[] = [
    ...(positionals.length > 0 && values.remove.length === 0
      ? [{ what: t`"${positionals[0]}" is no word that golive clean knows`, mend: t`say --remove ${positionals[0]}` }]
      : []),
    ...(older !== undefined && olderThan === null
      ? [{ what: t`"${older}" is not a duration`, where: "--all-older-than", mend: t`write 30d or 12h` }]
      : []),
    ...(removes && because === ""
      ? [{ what: t`there is no reason`, where: "--because", mend: t`say why, for the record` }]
      : []),
  ];
  if (problems.length > 0) throw new UserError(problems);
  await withReach(context, async (plan, reached) => {
    if (!removes) {
      const there = await leftoversOf(plan, reached);
      out(values.json ? `${JSON.stringify(there.map(plainly))}\n` : listText(there));
      return;
    }
    const word = { ids, olderThan, by: context.run.actor, because };
    const { removed, stays } = await removeLeft(plan, reached, word);
    if (values.json) out(`${JSON.stringify({ removed: removed.map(plainly), stays })}\n`);
    else
      out(
        [
          ...removed.map(({ id, bytes }) => t`removed  ${id} (${showSize(bytes)})`),
          ...stays.map(({ id, why }) => t`stays    ${id}: ${why}`),
          ...(removed.length + stays.length === 0 ? [t`Nothing is that old.`] : []),
          "",
        ].join("\n"),
      );
    const named = stays.filter(({ id }) => ids.includes(id));
    if (named.length > 0)
      throw new UserError(named.map(({ id, why }) => ({ code: "clean-stays", what: t`${id} stays: ${why}` })));
  });
}

function plainly({ remove: _, ...said }: Leftover): Omit<Leftover, "remove"> {
  return said;
}

function listText(there: readonly Leftover[]): string {
  if (there.length === 0) return t`Launches left nothing behind.\n`;
  const lines = there.map(({ id, host, since, bytes, people, held }) =>
    [
      ageText(since).padStart(12),
      showSize(bytes).padStart(10),
      people ? "👤" : "  ",
      `${id} (${host})${held === null ? "" : t`; stays: ${held}`}`,
    ].join("  "),
  );
  const all = there.reduce((sum, { bytes }) => sum + bytes, 0);
  return t`${lines.join("\n")}\n\n${there.length} {1:thing|things|things}, ${showSize(all)}; 👤 holds people's data. To remove: golive clean --remove ID… --because REASON\n`;
}

function ageText(since: string): string {
  const seconds = Math.max(0, (Date.now() - Date.parse(since)) / 1000);
  return seconds < 172_800 ? showDuration(Math.round(seconds)) : t`${Math.floor(seconds / 86_400)} {0:day|days|days}`;
}
