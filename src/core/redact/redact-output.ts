import { mask } from "../command.ts";
import { factsIn } from "./facts-in.ts";
import { type Known, nothingKnown } from "./known.ts";
import { messages } from "./messages.ts";
import { frameOf, raisedOf } from "./raised.ts";
import { sqlstates } from "./sqlstates.ts";
import type { Tell } from "./template.ts";
import { programs } from "./words.ts";

export interface RedactOptions {
  /** What stands in the plan, the tree and the catalog. Default: nothing is known. */
  readonly known?: Known | undefined;
  readonly secrets?: readonly string[] | undefined;
  /** At most so many lines, the last ones. */
  readonly lines?: number;
}

/** A message is short; what is longer holds something else. */
const longestLine = 600;
/** What says why a program ended stands at its end. */
const mostLines = 400;

/**
 * What of a program's output may leave the host: only what is known to be no one's data. A line is told when it is a
 * message that is known as a whole, and of what varies in it only what the plan, the release's tree or the catalog
 * holds; of any other nothing but a class of exception or an SQLSTATE. The whole stays on the host.
 */
export function redactOutput(
  text: string,
  { known = nothingKnown, secrets = [], lines = 4 }: RedactOptions = {},
): string {
  const tail = mask(text.slice(-256 * 1024), secrets)
    .split(/\r\n|\n|\r/)
    .slice(-mostLines);
  const reading: Reading = { kept: [], traced: false, place: "" };
  for (const raw of tail) {
    const line = plain(raw);
    if (line !== "" && line.length <= longestLine) readLine(reading, line, known);
  }
  const said = withoutRepeats(reading.kept).filter((line) => !/^(?:Error|Exception)$/.test(line));
  return (said.length > 0 ? said.slice(-lines) : speakerOf(tail)).join("\n");
}

/** What was read so far. */
interface Reading {
  readonly kept: string[];
  /** Whether the lines before were of the way that an exception went, and the last place of it that is known. */
  traced: boolean;
  place: string;
}

function readLine(reading: Reading, line: string, known: Known): void {
  const frame = frameOf(line, known);
  const field = frame === null ? fieldOf(line, known) : null;
  if (frame !== null) readFrame(reading, line, frame);
  else if (field !== null) addField(reading.kept, field);
  else readMessage(reading, line, known);
}

function readMessage(reading: Reading, line: string, known: Known): void {
  const { kept, traced, place } = reading;
  const raised = raisedOf(line, known, (message) => told(message, known, 1), traced);
  const said = (saysNoMore(raised) ? factsIn(line) : null) ?? raised ?? told(line, known) ?? factsIn(line);
  if (said === null) return;
  kept.push(raised !== null && place !== "" && !raised.includes(" at ") ? withPlace(raised, place) : said);
  reading.traced = false;
  reading.place = "";
}

function readFrame(reading: Reading, line: string, frame: string): void {
  // Node prints the class first and the way to it after.
  if (line.startsWith("at ")) addPlace(reading.kept, frame);
  else if (frame !== "") reading.place = frame;
  reading.traced = true;
}

/** Where nothing of a message may be told: the program that wrote it, which need not be the one that was run. */
function speakerOf(tail: readonly string[]): string[] {
  const names = tail.map((line) => /^(?:[\w./-]*\/)?([\w.-]+)(?:\[\d+\])?: /.exec(plain(line))?.[1] ?? "");
  const last = names.findLast((name) => programs.has(name));
  return last === undefined ? [] : [`${last}: …`];
}

/** A class that every language has, and nothing of its message. */
function saysNoMore(raised: string | null): boolean {
  return raised === "Error" || raised === "Exception";
}

/** A message that is known as a whole, with what varies in it checked; null when there is nothing of it to tell. */
export function told(line: string, known: Known, depth = 0): string | null {
  if (depth > 5) return null;
  const inner = (text: string) => told(text, known, depth + 1);
  const server = serverMessage(line, inner);
  if (server !== null) return server;
  const found = messages.flatMap((message) => {
    if (!line.includes(message.anchor)) return [];
    const text = message.told(line, known, inner);
    return text === null || saysNothing(text) ? [] : [text];
  });
  if (found.length > 0)
    return found.toSorted((one, other) => open(other) - open(one) || hidden(one) - hidden(other))[0] ?? null;
  return depth === 0 ? null : raisedOf(line, known, inner, false);
}

/** A message may be read in several ways: the one that knows most of its words, and then leaves out least, is the right one. */
function open(text: string): number {
  return text.replaceAll("…", "").length;
}

function hidden(text: string): number {
  return text.split("…").length - 1;
}

/** Nothing but who speaks and how loud. */
function saysNothing(text: string): boolean {
  if (/\(\d{5}\)/.test(text)) return false;
  const left = text
    .replaceAll(/…|\b(?:error|fatal|warning|warn|hint|remote|ошибка)\b/gi, "")
    .replace(/^[\w./-]+:/, "")
    .replaceAll(/\d+/g, "");
  return !/\p{L}{2}/u.test(left);
}

const severities: Readonly<Record<string, string>> = {
  ERROR: "ERROR",
  FATAL: "FATAL",
  PANIC: "PANIC",
  WARNING: "WARNING",
  ОШИБКА: "ERROR",
  ВАЖНО: "FATAL",
  ПАНИКА: "PANIC",
  ПРЕДУПРЕЖДЕНИЕ: "WARNING",
};

/** Whatever its language: the severity, the code where it is printed, and the message when it is known. */
function serverMessage(line: string, tell: Tell): string | null {
  const [, word = "", code, text = ""] = /^(\p{Lu}{4,14}): {1,3}(?:([0-9A-Z]{5}): )?(.*)$/u.exec(line) ?? [];
  const found = tell(text);
  const name = code === undefined ? undefined : sqlstates.get(code);
  const severity = severities[word] ?? (name === undefined ? undefined : "ERROR");
  if (severity === undefined) return null;
  if (name !== undefined) return found === null ? `${severity}: ${code} (${name})` : `${severity}: ${code}: ${found}`;
  return found === null ? null : `${severity}: ${found}`;
}

/** With `VERBOSITY=verbose` psql names what an error is about on lines of their own. */
function fieldOf(line: string, known: Known): string | null {
  const [, kind = "", name = ""] = /^(TABLE|COLUMN|CONSTRAINT) NAME: {1,3}(.*)$/.exec(line) ?? [];
  if (kind === "") return null;
  return known.isName(name) ? `${kind.toLowerCase()} "${name}"` : "";
}

function addField(kept: string[], field: string): void {
  const last = kept.at(-1);
  if (field === "" || last === undefined || !/^(?:.*: )?(?:ERROR|FATAL): /.test(last)) return;
  if (!last.includes(field.slice(field.indexOf('"')))) kept[kept.length - 1] = `${last}, ${field}`;
}

function addPlace(kept: string[], place: string): void {
  const last = kept.at(-1);
  if (last === undefined || place === "" || last.includes(" at ")) return;
  kept[kept.length - 1] = withPlace(last, place);
}

/** The class, where it was raised, and its message. */
function withPlace(raised: string, place: string): string {
  const [name = "", ...message] = raised.split(": ");
  return [`${name} at ${place}`, ...message].join(": ");
}

function withoutRepeats(lines: readonly string[]): string[] {
  return lines.filter((line, index) => line !== lines[index - 1]);
}

const colour = new RegExp(`${String.fromCharCode(0x1b)}\\[[\\d;]*[A-Za-z]`, "g");
/** Control characters but tab and line feed, and what has no width or turns the direction of writing. */
const unseen = /[^\P{Cc}\t\n]|[\u200b-\u200f\u2028-\u202e\ufeff]/gu;
/** `2026-03-01 02:03:04.567 UTC [123] ` */
const timeBefore = new RegExp(
  "^\\d{4}[-/]\\d\\d[-/]\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?" +
    "(?: ?(?:[A-Z]{3,5}|Z|[+-]\\d\\d(?::?\\d\\d)?))?:? (?:\\[\\d+\\] )?",
);

/** The text of a line without colours, times and other dress. */
function plain(line: string): string {
  return line
    .slice(0, longestLine * 2)
    .replaceAll(colour, "")
    .replaceAll(/[‘’`«»]/g, "'")
    .replaceAll(unseen, "")
    .trim()
    .replace(timeBefore, "")
    .trim();
}
