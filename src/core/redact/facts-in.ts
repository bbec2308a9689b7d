import { sqlstates } from "./sqlstates.ts";
import { errorCodes, exceptionPackages, exceptions, systemErrors } from "./words.ts";

/** What the system says of a failed call, as any program may write it. */
const asWritten = new Map(
  Object.entries(systemErrors).flatMap(([english, russian]) => [
    [english.toLowerCase(), english],
    [russian.toLowerCase(), english],
  ]),
);

/**
 * What may be told of a line that is no message anybody knows, whatever program wrote it: words of closed lists that
 * stand where only such words stand. A code of SQL, a class of an exception, a system's error, a status of HTTP, how
 * a program ended that it had started. Null when there is none.
 */
export function factsIn(line: string): string | null {
  const found = [sqlstateIn(line), classIn(line), systemErrorIn(line), statusIn(line), endIn(line)];
  const facts = found.filter((fact) => fact !== null);
  return facts.length === 0 ? null : `…: ${facts.join(", ")}`;
}

const sqlstateForms: readonly RegExp[] = [
  /\bSQL ?STATE(?:\[| |: ?| *: |=)([0-9A-Z]{5})\b/i,
  // With its name behind it, or between an error and its message.
  /\b([0-9A-Z]{5}) \((?=\w+\))/,
  /\b(?:ERROR|FATAL|Exception)\b.{0,20}: ([0-9A-Z]{5}): /,
];

function sqlstateIn(line: string): string | null {
  for (const form of sqlstateForms) {
    const [whole = "", code = ""] = form.exec(line) ?? [];
    const name = sqlstates.get(code);
    const named = !whole.endsWith("(") || line.includes(`${code} (${name})`);
    if (name !== undefined && named) return `SQLSTATE ${code} (${name})`;
  }
  return /\bORA-\d{5}\b/.exec(line)?.[0] ?? null;
}

/** One that stands in a package or a module, as a name of a person does not. */
function classIn(line: string): string | null {
  for (const [, name = ""] of line.matchAll(/(?:^|[\s(:])((?:[A-Za-z_]\w*(?:\.|::))+[A-Z]\w+)(?=[\s:)(]|$)/g)) {
    const parts = name.split(/\.|::/);
    const last = parts.at(-1) ?? "";
    if (!exceptions.has(last) || last === "Error") continue;
    return parts.slice(0, -1).every((part) => exceptionPackages.has(part)) ? name : last;
  }
  return null;
}

function systemErrorIn(line: string): string | null {
  for (const [, text = ""] of line.matchAll(/: (\p{L}[\p{L}/ -]{4,50})(?=\.?$|\.? [[(!])/gu)) {
    const known = asWritten.get(text.toLowerCase());
    if (known !== undefined) return known;
  }
  const number = /\[Errno (\d{1,3})\]/.exec(line)?.[1];
  if (number !== undefined) return `Errno ${number}`;
  const code = /(?:^|[\s([:])(E[A-Z0-9]{2,14})(?=$|[\s)\]:,.;])/.exec(line)?.[1] ?? "";
  return errorCodes.has(code) ? code : null;
}

function statusIn(line: string): string | null {
  const code =
    /(?<!exit |with )\b(?:status(?: code)?|HTTP(?:\/\d(?:\.\d)?)?(?: error)?):? ([1-5]\d\d)(?=$|[\s.,;:)])/i.exec(
      line,
    )?.[1];
  return code === undefined ? null : `status ${code}`;
}

/** `exit status 2`, `exited with code 1`: of a program that another one ran. */
function endIn(line: string): string | null {
  const code = /\bexit(?:ed)?(?: with)?(?: non-zero)?(?: exit)? (?:status|code):? (\d{1,3})(?=$|[\s.,;)])/i.exec(
    line,
  )?.[1];
  return code === undefined || Number(code) > 255 ? null : `exit ${code}`;
}
