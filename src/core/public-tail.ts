import { mask } from "./command.ts";

const emails = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
const phones = /\+?\d[\d\s()-]{8,}\d/g;

/** PostgreSQL prints the row itself behind these, over as many lines as its text has. */
const rowFollows = /^\s*(?:\S+: )?(?:detail|context|query|statement|line \d+)\b.*:/i;

/** Exceptions whose message is about code, files or the schema. Of any other only the class is published. */
const telling =
  /^(?:[\w.]+\.)?(ModuleNotFoundError|ImportError|SyntaxError|NameError|AttributeError|FileNotFoundError|PermissionError|ConnectionRefusedError|ImproperlyConfigured|CommandError|OperationalError|ProgrammingError|IntegrityError|DataError|NotSupportedError|CircularDependencyError|NodeNotFoundError|InconsistentMigrationHistory)\b/;
const exception = /^((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Failed|Interrupt|Exit|Warning|DoesNotExist|Violation|NotUnique))\b(.*)$/;

/** Lines of programs that speak of files, revisions and objects, not of the service's data. */
const programs =
  /^(?:fatal|error|warning|hint|remote|psql|pg_dump|pg_restore|pg_dumpall|createdb|git|pip|sh|bash|env|sudo|runuser|timeout|flock|curl|cp|mv|mkdir|rm|ln|df|cat|chmod|sync|xargs|find|sha256sum|systemctl|supervisorctl|ssh|kex_exchange_identification|\/[\w./-]+|python3?|unix)(?:\[\d+\])?:|^(?:ERROR|FATAL|PANIC|Failed to|Job for|Unit|Could not|No matching|Permission denied|Warning)\b|^\S+: ERROR \(/i;

/** What may stand in quotes: names of files and packages, and what follows the word for a database object. */
const objects = /\b(relation|column|constraint|table|database|role|user|function|schema|index|sequence|type|extension|server|module|named|file|tag|host|group|tablespace|attribute|option) "([\w.$-]+)"/g;

/**
 * What of a program's output may leave the host. An allow-list: the lines of known programs, and exceptions by their
 * class; values, rows, mail addresses, numbers of telephones and secrets are masked. The whole stays on the host.
 */
export function publicTail(text: string, secrets: readonly string[], lines = 4): string {
  const kept: string[] = [];
  let inRow = false;
  for (const raw of mask(text, secrets).split("\n")) {
    const line = raw.trim();
    const known = publicLine(line);
    if (rowFollows.test(line)) inRow = true;
    else if (known !== null) {
      inRow = false;
      kept.push(known);
    } else if (inRow) continue;
  }
  return kept.slice(-lines).join("\n");
}

function publicLine(line: string): string | null {
  if (rowFollows.test(line)) return null;
  const raised = exception.exec(line);
  if (raised) return telling.test(line) ? masked(line) : (raised[1] ?? "");
  return programs.test(line) ? masked(line) : null;
}

function masked(line: string): string {
  const names: string[] = [];
  const keep = (name: string) => `\u0000${names.push(name) - 1}\u0000`;
  return line
    .replace(/=\([^)]*\)?/g, "=(…)")
    .replace(objects, (_, word: string, name: string) => `${word} ${keep(`"${name}"`)}`)
    .replace(/(No module named|cannot import name|has no attribute|name|unknown command:?|Settings?|pathspec|tag|ref|branch|remote) '([\w.$/-]+)'/g, (_, word: string, name: string) => `${word} ${keep(`'${name}'`)}`)
    .replace(/['"](\/[\w./-]+)['"]/g, (_, name: string) => keep(`'${name}'`))
    .replace(/"[^"]*"?/g, '"…"')
    .replace(/'[^']*'?/g, "'…'")
    .replace(emails, "…@…")
    .replace(phones, "…")
    .replace(/\u0000(\d+)\u0000/g, (_, index: string) => names[Number(index)] ?? "")
    .slice(0, 300);
}
