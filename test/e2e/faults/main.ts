// All cases, several at a time; the table goes to docs/faults.md. main.ts [--at-once N] [--only TEXT] [--out FILE]
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { atOnce } from "../../../src/core/at-once.ts";
import { cases, titleOf } from "./cases.ts";
import { runCase } from "./run-case.ts";
import { line, type Row, tableOf } from "./table.ts";

const { values } = parseArgs({ options: { "at-once": { type: "string", default: "3" }, only: { type: "string" }, out: { type: "string" } } });
const chosen = cases.filter((of) => values.only === undefined || titleOf(of).includes(values.only));
const rows = await atOnce(chosen, Number(values["at-once"]), async (of): Promise<Row> => {
  const result = await runCase(of).catch((error: unknown) => ({ first: "", between: "", outcome: "none", lost: 0, acknowledged: 0, seconds: 0, wrong: [String((error as Error).stack ?? error)] }));
  process.stdout.write(`${line({ of, result })}\n`);
  return { of, result };
});
const bad = rows.filter(({ result }) => result.wrong.length > 0).length;
process.stdout.write(`${rows.length} cases, ${rows.length - bad} as they have to be, ${bad} not\n`);
if (values.out !== undefined) {
  const head = `# What happens when something breaks in the middle of a launch?

For each step of maintenance, backup, deploy, verification and rollback something was broken just as the step began, with visitors writing all the time. Then the same run was run again, as “Re-run failed jobs” does. Demanded of every case: the launch ends \`live\` or \`rolled-back\`; no acknowledged write is lost; the maintenance page is as the checklist says; another launch in between is refused; nothing of a cancelled run still runs on the host; the migration is done once at most. \`script/faults\` runs them all and writes this page; one of each kind runs with every change.

${rows.length} cases, ${rows.length - bad} as demanded.

`;
  await writeFile(values.out, head + tableOf(rows));
}
process.exitCode = bad === 0 ? 0 : 1;
