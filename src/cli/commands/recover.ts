import { figure, showSize } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import { filesSetAside, recoverRows } from "../../stages/by-hand/set-aside.ts";
import { atKeyboard, withReach } from "../at-keyboard.ts";
import type { Given, Out, Output } from "../options.ts";

/** `golive recover`: the rows that a rollback set aside, counted again, and written to a file on the database host. */
export async function recover(given: Given, { out }: Output): Promise<void> {
  const { context } = await atKeyboard(given, out);
  await withReach(context, async (plan, reached) => {
    for (const { id, files, bytes, where } of await filesSetAside(plan, reached)) {
      const [count, size] = [figure(files), showSize(bytes)];
      out(t`${where} holds ${count} newer {1:file|files|files} (${size}) of ${id}, under the paths that they had.\n`);
    }
    tellRows(await recoverRows(plan, reached), out);
  });
}

function tellRows({ kept, written, file }: Awaited<ReturnType<typeof recoverRows>>, out: Out): void {
  out(t`${kept} holds what the rollback set aside.\n`);
  if (written.length === 0) out(t`Nothing was written between the backup and the rollback.\n`);
  else {
    const head = row([t`table`, t`inserted`, t`changed`, t`deleted`, t`by people`]);
    const rows = written.map(({ table, inserted, changed, deleted, byPeople }) =>
      row([table, inserted, changed, deleted, byPeople]),
    );
    out(`\n${head}${rows.join("")}\n`);
    out(t`The rows are in ${file}, one JSON object a line: table, change, key, row.\n`);
  }
  const apart = written.filter(({ leftOut }) => leftOut.length > 0);
  out(apart.map(({ table, leftOut }) => t`  ${table}: not compared: ${leftOut.join(", ")}\n`).join(""));
}

/** A line of the table: names to the left, numbers to the right. */
function row([name, ...numbers]: readonly [string, ...(string | number)[]]): string {
  return `  ${[name.padEnd(40), ...numbers.map((one) => String(one).padStart(9))].join(" ")}\n`;
}
