import { mask } from "./command.ts";

const emails = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
const phones = /\+?\d[\d\s()-]{8,}\d/g;
/** PostgreSQL prints the row itself behind these. */
const rows = /^\s*(DETAIL|CONTEXT|QUERY|STATEMENT|LINE \d+):.*$/i;

/**
 * The last lines of a program's output that may leave the host: without rows of a table, quoted values,
 * mail addresses, telephone numbers and secrets. Double quotes stay: PostgreSQL names columns in them.
 */
export function publicTail(text: string, secrets: readonly string[], lines = 4): string {
  return mask(text, secrets)
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== "" && !rows.test(line) && !/^\s*\^+\s*$/.test(line))
    .slice(-lines)
    .map((line) =>
      line
        .replace(/=\([^)]*\)/g, "=(…)")
        .replace(/'[^']*'/g, (quoted) => (/^'[\w./:-]{1,64}'$/.test(quoted) && /[./]/.test(quoted) ? quoted : "'…'"))
        .replace(emails, "…@…")
        .replace(phones, "…")
        .slice(0, 300),
    )
    .join("\n");
}
