import { plain } from "../checklist/markdown.ts";
import { clock } from "../checklist/times.ts";
import { t } from "../core/text.ts";
import { writtenText } from "../database/written.ts";
import type { Launch } from "./launch.ts";
import type { Loss } from "./loss.ts";

/** The page that is approved, and that a person at the keyboard sees. */
export function lossPage({ plan, release, messages }: Launch, because: string, found: Loss): string {
  const { loss } = messages;
  const head = `## ↩️ ${loss.title(plain(plan.service), plain(release.tag))}\n\n${plain(because)}\n`;
  if (found.kind === "never-open") return `${head}\n${loss.neverOpen}\n`;
  if (found.kind === "code-only") return `${head}\n${loss.codeOnly}\n`;
  if (found.kind === "unknown") return `${head}\n${loss.unknown(plain(found.why))}\n`;
  const at = found.since === null ? "" : `\n${loss.countedAt(clock(found.at, plan), plain(found.since))}\n`;
  if (found.written.length === 0) return `${head}\n${loss.nothing}\n${at}`;
  const rows = found.written.map(
    ({ table, inserted, changed, deleted, byPeople }) =>
      `| ${plain(table)} | ${inserted} | ${changed} | ${deleted} | ${byPeople} |`,
  );
  const columns = `| ${loss.columns.join(" | ")} |\n|---|---:|---:|---:|---:|`;
  return `${head}\n${loss.kept(plain(plan.database.name))}\n${at}\n${columns}\n${rows.join("\n")}\n`;
}

/** The same in one line. */
export function lossText(loss: Loss): string {
  switch (loss.kind) {
    case "never-open":
      return t`The site did not open: nobody could write`;
    case "code-only":
      return t`No migration ran: the database stays as it is`;
    case "unknown":
      return t`What was written since the backup is not known: ${loss.why}`;
    case "counted":
      return t`Since the backup: ${writtenText(loss.written)}`;
  }
}
