import { mask } from "./command.ts";

const emails = /[^\s@"'<>/:*]{1,64}@[^\s@"'<>]{1,120}/gu;
const phones = /\+?\d[\d\s()-]{8,}\d/g;

/** PostgreSQL prints the row itself behind these, over as many lines as its text has. */
const rowFollows = /^\s*(?:\S+: )?(?:detail|context|query|statement|line \d+)\b.*:/i;

/** Exceptions whose message is about code, files or the schema. Of any other only the class is published. */
const telling =
  /^(?:[\w.]+\.)?(ModuleNotFoundError|ImportError|SyntaxError|NameError|AttributeError|FileNotFoundError|PermissionError|ConnectionRefusedError|ImproperlyConfigured|CommandError|OperationalError|ProgrammingError|IntegrityError|DataError|NotSupportedError|CircularDependencyError|NodeNotFoundError|InconsistentMigrationHistory)\b/;
const exception =
  /^((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Failed|Interrupt|Exit|Warning|DoesNotExist|Violation|NotUnique))\b(.*)$/;

const names =
  "psql|pg_dump|pg_restore|pg_dumpall|createdb|git|pip|sh|bash|env|sudo|runuser|timeout|flock|curl|cp|mv|mkdir|rm|ln|df|cat|chmod|sync|xargs|find|sha256sum|systemctl|supervisorctl|ssh|kex_exchange_identification|age|tar|gzip|pgbackrest|nginx|unix";
/** Begins a line of a program, whatever stood before it: no row of a table goes on there. */
const program = new RegExp(`^(?:${names}|python3?)(?:\\[\\d+\\])?: ?`);

/** Lines of programs that speak of files, revisions and objects, not of the service's data. A logger's "ERROR:name:" is not among them. */
const programs = new RegExp(
  `^(?:${names}|\\/[\\w./-]+|python3?)(?:\\[\\d+\\])?:|^(?:fatal|error|warning|hint|remote):\\s|^(?:ERROR|FATAL|PANIC):\\s|^Failed to (?:start|stop|restart|reload|get|connect|enable|load)\\b|^(?:Job for|Unit) \\S+\\.\\w+\\b|^Could not (?:find a version|open requirements|install|build)\\b|^(?:No matching distribution|Permission denied)\\b|^\\S+: ERROR \\(`,
  "i",
);
/** `path:line: SomeWarning: text`: the text is the service's own. */
const warned = /^(\/[\w./-]+:\d+: \w+(?:Warning|Error|Exception))\b/;

/** What may stand in quotes: names of files and packages, and what follows the word for a database object. */
const objects =
  /\b(relation|column|constraint|table|database|role|user|function|schema|index|sequence|type|extension|server|module|named|file|tag|host|group|tablespace|attribute|option) "([\w.$-]+)"/g;

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
    else if (known !== null && (!inRow || program.test(line))) {
      inRow = false;
      kept.push(known);
    }
  }
  return kept.slice(-lines).join("\n");
}

function publicLine(line: string): string | null {
  if (rowFollows.test(line)) return null;
  const warning = warned.exec(line);
  if (warning) return warning[1] ?? null;
  const raised = exception.exec(line);
  if (raised) return telling.test(line) ? masked(line) : (raised[1] ?? "");
  return programs.test(line) ? masked(line) : null;
}

function masked(line: string): string {
  const masks: string[] = [];
  const keep = (name: string) => `\u0000${masks.push(name) - 1}\u0000`;
  return (
    line
      .slice(0, 1000)
      // PostgreSQL does not escape quotes inside a value: it goes to the end of the line.
      .replace(/(for type [a-z ]+): ".*$/, '$1: "…"')
      .replace(/=\([^)]*\)?/g, "=(…)")
      .replace(objects, (_, word: string, name: string) => `${word} ${keep(`"${name}"`)}`)
      .replace(
        /(No module named|cannot import name|has no attribute|name|unknown command:?|Settings?|pathspec|tag|ref|branch|remote) '([\w.$/-]+)'/g,
        (_, word: string, name: string) => `${word} ${keep(`'${name}'`)}`,
      )
      .replace(/['"](\/[\w./-]+)['"]/g, (_, name: string) => keep(`'${name}'`))
      .replace(/"[^"]*"?/g, '"…"')
      .replace(/'[^']*'?/g, "'…'")
      .replace(emails, "…@…")
      .replace(phones, "…")
      .replace(/\u0000(\d+)\u0000/g, (_, index: string) => masks[Number(index)] ?? "")
      .slice(0, 300)
  );
}
