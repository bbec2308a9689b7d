import { type Command, describe, type Finished } from "./command.ts";
import { createKnown, eitherKnown, type Known, nothingKnown } from "./redact/known.ts";
import { redactOutput } from "./redact/redact-output.ts";
import { t } from "./text/text.ts";

/** What is wrong, where, and what to do about it. */
export interface Problem {
  readonly what: string;
  /** Stable, for scripts and docs: `db-prepared-transaction`. */
  readonly code: string;
  /** `file:line:column`, or a host. */
  readonly where?: string;
  readonly mend?: string;
  readonly position?: Position;
}

/** A place in the plan: line and column from 1, and the branch or tag where two plans are read. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly ref?: string;
}

/** The user's to mend: bad input, a plan that does not hold, a condition that is not met. Shown without a stack. */
export class UserError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[] | Problem, options?: ErrorOptions) {
    const list = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    super(list.map(problemText).join("\n"), options);
    this.name = "UserError";
    this.problems = list;
  }
}

/** A mistake of golive's own, in its own words. */
export class InternalError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "InternalError";
  }
}

/** Where a program ran, and what is known there to be no one's data. */
export interface Speaker {
  readonly name: string;
  readonly known?: Known | undefined;
}

/** A program on a host ended badly. The message holds only what may be published; `finished` holds all. */
export class CommandError extends Error {
  readonly host: string;
  readonly command: Command;
  readonly finished: Finished;
  /** One line: how it ended and the line of its output that says why. */
  readonly brief: string;
  constructor(speaker: string | Speaker, command: Command, finished: Finished) {
    const { name: host, known }: Speaker = typeof speaker === "string" ? { name: speaker } : speaker;
    const how = howItEnded(host, command, finished);
    const said = saidBy(command, finished, { known, lines: 6 });
    super(said === "" ? how : `${how}:\n${said}`);
    this.name = "CommandError";
    this.host = host;
    this.command = command;
    this.finished = finished;
    const lines = said.split("\n");
    const telling =
      lines.findLast((line) => /error|exception|fatal|denied|failed|cannot|no such/i.test(line)) ?? lines.at(-1) ?? "";
    this.brief = telling === "" ? how : `${how}: ${telling.trim()}`;
  }
}

/** What of a command's output may be published: on standard error, or where it said nothing there, on the other. */
export function saidBy(
  command: Command,
  { stdout, stderr }: Pick<Finished, "stdout" | "stderr">,
  { known = nothingKnown, lines = 1 }: { readonly known?: Known | undefined; readonly lines?: number } = {},
): string {
  const said = redactOutput(stderr.trim() === "" ? stdout : stderr, {
    known: eitherKnown(known, createKnown(wordsOf(command))),
    secrets: command.secrets,
    lines,
  });
  // Which program it was is told with it.
  return said === `${command.file.slice(command.file.lastIndexOf("/") + 1)}: …` ? "" : said;
}

/** The words of a command are shown with it, so its output may repeat them. */
function wordsOf({ file, args, label, cwd, secrets = [] }: Command) {
  const words = label === undefined ? [file, ...args] : label.split(" ");
  const open = words.filter((word) => !/\s/.test(word) && !secrets.some((secret) => word.includes(secret)));
  const names = open.flatMap((word) => [
    word,
    word.slice(word.indexOf("=") + 1),
    word.slice(word.lastIndexOf("/") + 1),
    ...placeOf(word),
  ]);
  return { names, paths: [...names, ...(cwd === undefined ? [] : [cwd])].filter((name) => name.startsWith("/")) };
}

/** Name and port of an address. */
function placeOf(word: string): string[] {
  if (!URL.canParse(word)) return [];
  const { hostname, port } = new URL(word);
  return [hostname, port].filter((part) => part !== "");
}

/** A step of the checklist failed; its cause is already on record in the journal. */
export class StepError extends Error {
  readonly step: string;
  constructor(step: string, cause: unknown) {
    super(`${step}: ${errorText(cause)}`, { cause });
    this.name = "StepError";
    this.step = step;
  }
}

/** What is wrong by a look that returns problems or throws them. Anything but a UserError goes on. */
// biome-ignore lint/suspicious/noConfusingVoidType: a look that only throws returns nothing
export async function problemsFrom(look: () => Promise<readonly Problem[] | void>): Promise<readonly Problem[]> {
  try {
    return (await look()) ?? [];
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

export function problemText(problem: Problem): string {
  const where = problem.position ? positionText(problem.position) : problem.where;
  const code = problem.code ? ` [${problem.code}]` : "";
  const mend = problem.mend ? `\n  → ${problem.mend}` : "";
  return `${where ? `${where}: ` : ""}${problem.what}${code}${mend}`;
}

function positionText({ file, ref, line, column }: Position): string {
  return `${file}${ref === undefined ? "" : `@${ref}`}:${line}:${column}`;
}

/** Text for people. A bug keeps its stack, everything else is told in words. */
export function errorText(error: unknown): string {
  if (error instanceof UserError || error instanceof CommandError || error instanceof StepError) return error.message;
  return t`unexpected: ${[foreignError(error), ...framesOf(error)].join("\n")}`;
}

/** The first line, for a cell of the checklist. */
export function errorLine(error: unknown): string {
  if (error instanceof UserError) {
    const [first] = error.problems;
    const more = error.problems.length > 1 ? t` (and ${error.problems.length - 1} more)` : "";
    return `${first?.what ?? t`refused`}${more}`;
  }
  if (error instanceof CommandError) return error.brief;
  return foreignError(error);
}

/** What of an error that a library or the language made may be told. Its message may quote what it was given. */
function foreignError(error: unknown): string {
  if (error instanceof InternalError) return error.message;
  if (!(error instanceof Error)) return t`something that is no error was thrown`;
  const { status, request } = error as { status?: unknown; request?: { method?: unknown; url?: unknown } };
  if (typeof status === "number" && typeof request?.url === "string")
    return t`GitHub answered ${status} to ${String(request.method)} ${pathOf(request.url)}`;
  const codes = [codeOf(error), codeOf(error.cause)].filter((code) => code !== "");
  const said = redactOutput(`${error.name}: ${error.message}`, { lines: 1 });
  return [said === "" ? error.name : said, ...codes.filter((code) => !said.includes(code))].join(" ");
}

/** `ECONNREFUSED`, `ERR_INVALID_URL`, the status of a mail server. */
function codeOf(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  const text = typeof code === "string" && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : "";
  return typeof responseCode === "number" ? `${text} ${responseCode}`.trim() : text;
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : "";
}

/** Where in golive it was; the lines before hold the message. */
function framesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return stack
    .split("\n")
    .filter((line) =>
      /^ {4}at (?:(?:async |new )?[\w.<>$#]+ (?:\[as \w+\] )?)?\(?(?:file:|node:|\/)[^\s()]+:\d+:\d+\)?$/.test(line),
    );
}

function howItEnded(host: string, command: Command, finished: Finished): string {
  return t`${describe(command)} on ${host} ${howOf(command, finished)}`;
}

function howOf(command: Command, { timedOut, code }: Finished): string {
  if (timedOut) return t`did not end within ${command.timeoutSeconds ?? 3600} s`;
  return code === null ? t`was ended by a signal` : t`exited ${code}`;
}
