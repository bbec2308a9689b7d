import { readFile } from "node:fs/promises";
import { servesText, stateLine } from "../../../src/checklist/standing-text.ts";
import { parseJournal } from "../../../src/journal/journal.ts";
import { standing } from "../../../src/journal/standing.ts";
import { latestRelease, stateOf } from "../../../src/journal/state.ts";
import { en } from "../../../src/locale/en.ts";
import { TryProblem } from "./front.ts";

export const usage = "JOURNAL.jsonl";
export const about = "how the last launch of a journal stands, as `golive status` and the checklist have it";

export async function run([file = ""]: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new TryProblem(`there is no such file: ${file}`);
  });
  const entries = parseJournal(text, file);
  const state = stateOf(entries, latestRelease(entries) ?? "");
  const [code, database] = servesText(state, state.release?.tag ?? "");
  return { line: stateLine(state, en), says: { code, database }, ...standing(state) };
}
