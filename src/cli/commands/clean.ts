import { type Problem, UserError } from "../../core/errors.ts";
import { parseDuration } from "../../core/text/duration.ts";
import { showDuration, showSize } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { clean as removeLeft } from "../../stages/by-hand/clean.ts";
import { leftoversOf } from "../../stages/by-hand/leftovers/inventory.ts";
import type { Leftover } from "../../stages/by-hand/leftovers/leftover.ts";
import { type AtKeyboard, atKeyboard, withReach } from "../at-keyboard.ts";
import type { Given, Out, Output } from "../options.ts";

/** `golive clean`: what launches left behind; with `--remove` or `--all-older-than` it goes, on record. */
export async function clean(given: Given, { out }: Output): Promise<void> {
  const keyboard = await atKeyboard(given, out);
  const wanted = wantedOf(given);
  const problems = problemsOf(given, wanted, keyboard);
  if (problems.length > 0) throw new UserError(problems);
  await (wanted.removes ? removeThem(keyboard, wanted, out) : listThem(keyboard, wanted, out));
}

/** What is asked for. */
interface Wanted {
  readonly removes: boolean;
  readonly ids: readonly string[];
  /** Seconds; null when there is no such word, or it is none. */
  readonly olderThan: number | null;
  readonly json: boolean;
}

function wantedOf({ values, words }: Given): Wanted {
  const { remove = [], "all-older-than": older, json = false } = values;
  // `--remove A B C`: what follows the first is meant as well, and nothing else is a word here.
  const ids = [...remove, ...(remove.length > 0 ? words : [])];
  const olderThan = older === undefined ? null : parseDuration(older);
  return { removes: ids.length > 0 || older !== undefined, ids, olderThan, json };
}

function problemsOf({ values, words }: Given, { removes, olderThan }: Wanted, { because }: AtKeyboard): Problem[] {
  const { remove = [], "all-older-than": older } = values;
  const problems: Problem[] = [];
  if (words.length > 0 && remove.length === 0)
    problems.push({
      code: "clean-unknown-word",
      what: t`"${words[0]}" is no word that golive clean knows`,
      mend: t`say --remove ${words[0]}`,
    });
  if (older !== undefined && olderThan === null)
    problems.push({
      code: "not-a-duration",
      what: t`"${older}" is not a duration`,
      where: "--all-older-than",
      mend: t`write 30d or 12h`,
    });
  if (removes && because === "")
    problems.push({
      code: "no-reason",
      what: t`there is no reason`,
      where: "--because",
      mend: t`say why, for the record`,
    });
  return problems;
}

async function listThem({ context }: AtKeyboard, { json }: Wanted, out: Out): Promise<void> {
  await withReach(context, async (plan, reached) => {
    const there = await leftoversOf(plan, reached);
    out(json ? `${JSON.stringify(there.map(plainly))}\n` : listText(there));
  });
}

async function removeThem({ context, because }: AtKeyboard, { ids, olderThan, json }: Wanted, out: Out): Promise<void> {
  await withReach(context, async (plan, reached) => {
    const done = await removeLeft(plan, reached, { ids, olderThan, by: context.run.actor, because });
    const { removed, stays } = done;
    out(json ? `${JSON.stringify({ removed: removed.map(plainly), stays })}\n` : doneText(done));
    const named = stays.filter(({ id }) => ids.includes(id));
    if (named.length > 0)
      throw new UserError(named.map(({ id, why }) => ({ code: "clean-stays", what: t`${id} stays: ${why}` })));
  });
}

function doneText({ removed, stays }: Awaited<ReturnType<typeof removeLeft>>): string {
  return [
    ...removed.map(({ id, bytes }) => t`removed  ${id} (${showSize(bytes)})`),
    ...stays.map(({ id, why }) => t`stays    ${id}: ${why}`),
    ...(removed.length + stays.length === 0 ? [t`Nothing is that old.`] : []),
    "",
  ].join("\n");
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
  return t`${lines.join("\n")}\n\n${there.length} {1:thing|things|things}, ${showSize(all)}; 👤 holds people's data. \
To remove: golive clean --remove ID… --because REASON\n`;
}

function ageText(since: string): string {
  const seconds = Math.max(0, (Date.now() - Date.parse(since)) / 1000);
  return seconds < 172_800 ? showDuration(Math.round(seconds)) : t`${Math.floor(seconds / 86_400)} {0:day|days|days}`;
}
