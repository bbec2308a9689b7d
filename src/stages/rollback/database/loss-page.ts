import { plain } from "../../../checklist/markdown.ts";
import { clock } from "../../../checklist/times.ts";
import { t } from "../../../core/text/text.ts";
import { type Written, writtenText } from "../../../database/written/written.ts";
import type { FilesSince } from "../../files/files.ts";
import { filesLoss } from "../../files/files-lines.ts";
import type { Launch } from "../../launch/context.ts";
import type { Loss } from "./loss.ts";

/** The page that is approved, and that a person at the keyboard sees. */
export function lossPage(launch: Launch, because: string, found: Loss, files: readonly FilesSince[]): string {
  return `${rowsPage(launch, because, found)}${found.kind === "never-open" ? "" : filesLoss(launch, files)}`;
}

function rowsPage({ plan, release, messages }: Launch, because: string, found: Loss): string {
  const { loss } = messages;
  const head = `## ↩️ ${loss.title(plain(plan.service), plain(release.tag))}\n\n${plain(because)}\n`;
  if (found.kind === "never-open") return `${head}\n${loss.neverOpen}\n`;
  if (found.kind === "code-only") return `${head}\n${loss.codeOnly}\n`;
  if (found.kind === "kept-whole") return `${head}\n${plain(keptWholeText(plan), 1000)}\n`;
  if (found.kind === "unknown") return `${head}\n${loss.unknown(plain(found.why))}\n`;
  const at = found.since === null ? "" : `\n${loss.countedAt(clock(found.at, plan), plain(found.since))}\n`;
  if (found.written.length === 0) return `${head}\n${loss.nothing}\n${at}`;
  const rows = found.written.map(
    ({ table, inserted, changed, deleted, byPeople }) =>
      `| ${plain(table)} | ${inserted} | ${changed} | ${deleted} | ${byPeople} |`,
  );
  const columns = `| ${loss.columns.join(" | ")} |\n|---|---:|---:|---:|---:|`;
  return `${head}\n${loss.kept(plain(nameOf(plan)))}\n${at}\n${columns}\n${rows.join("\n")}\n${notCompared(loss, found.written)}`;
}

function notCompared({ notCompared: say }: Launch["messages"]["loss"], written: readonly Written[]): string {
  const found = written.filter(({ leftOut }) => leftOut.length > 0);
  const tables = found.map(
    ({ table, leftOut }) => `${plain(table)} (${leftOut.map((name) => plain(name)).join(", ")})`,
  );
  return found.length === 0 ? "" : `\n${say(tables.join(", "))}\n`;
}

function nameOf({ database }: Launch["plan"]): string {
  return database.engine === "none" ? "" : database.name;
}

function keptWholeText(plan: Launch["plan"]): string {
  return t`How much was written since the site was closed for the backup is not known: the commands of the plan cannot \
count it, and that is not none. Before ${nameOf(plan)} is put back it is backed up once more, whole, into a folder of its \
own on the database host; the checklist names it ("newer data kept at"). After the rollback what is newer is there, and \
not in the database.`;
}

/** The same in one line. */
export function lossText(loss: Loss): string {
  switch (loss.kind) {
    case "never-open":
      return t`The site did not open: nobody could write`;
    case "code-only":
      return t`No migration ran: the database stays as it is`;
    case "kept-whole":
      return t`How much was written since the backup is not known; it is backed up once more before the database is put back`;
    case "unknown":
      return t`What was written since the backup is not known: ${loss.why}`;
    case "counted":
      return t`Since the backup: ${writtenText(loss.written)}`;
  }
}
