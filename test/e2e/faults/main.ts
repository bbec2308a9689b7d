// All cases, several at a time; the table goes to docs/faults.md. main.ts [--at-once N] [--only TEXT] [--out FILE] [--keep FILE]
// --keep: results are added to this file as they come, and what is in it already is not run again.
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { mapLimit } from "../../../src/core/map-limit.ts";
import { cases, titleOf } from "./cases.ts";
import { runCase } from "./run-case.ts";
import { line, type Row, tableOf } from "./table.ts";

const { values } = parseArgs({
  options: {
    "at-once": { type: "string", default: "3" },
    only: { type: "string" },
    out: { type: "string" },
    keep: { type: "string" },
  },
});
const chosen = cases.filter((of) => values.only === undefined || titleOf(of).includes(values.only));
const kept = values.keep === undefined ? "" : await readFile(values.keep, "utf8").catch(() => "");
const before = new Map(
  kept
    .split("\n")
    .filter((text) => text !== "")
    .map((text) => JSON.parse(text) as Row)
    .map((row) => [titleOf(row.of), row]),
);
const rows = await mapLimit(chosen, Number(values["at-once"]), async (of): Promise<Row> => {
  const had = before.get(titleOf(of));
  if (had?.result.wrong.length === 0) return had;
  const result = await runCase(of).catch((error: unknown) => ({
    first: "",
    between: "",
    outcome: "none",
    lost: 0,
    acknowledged: 0,
    seconds: 0,
    wrong: [String((error as Error).stack ?? error)],
  }));
  process.stdout.write(`${line({ of, result })}\n`);
  if (values.keep !== undefined) await appendFile(values.keep, `${JSON.stringify({ of, result })}\n`);
  return { of, result };
});
const bad = rows.filter(({ result }) => result.wrong.length > 0).length;
process.stdout.write(`${rows.length} cases, ${rows.length - bad} as they have to be, ${bad} not\n`);
if (values.out !== undefined) {
  const head = `# What happens when something breaks in the middle of a launch?

For each step of maintenance, backup, deploy, verification and rollback something was broken just as the step began, with visitors writing all the time and a step of the plan's own that builds a file the service reads. Then the same run was run again, as “Re-run failed jobs” does. Demanded of every case: the launch ends \`live\` or \`rolled-back\`; no acknowledged write is lost; the release that serves has its own built file; the maintenance page is as the checklist says; another launch in between is refused (tried wherever the runner was lost); nothing of a cancelled run still runs on the host; the migration is done once at most. \`script/faults\` runs them all and writes this page; a few of them run with every change.

${rows.length} cases, ${rows.length - bad} as demanded.

`;
  await writeFile(values.out, head + tableOf(rows));
}
process.exitCode = bad === 0 ? 0 : 1;
