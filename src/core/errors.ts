import { type Command, describe, type Finished } from "./command.ts";
import { publicTail } from "./public-tail.ts";
import { t } from "./text.ts";

/** What is wrong, where, and what to do about it. */
export interface Problem {
  readonly what: string;
  /** Stable, for scripts and docs: `db-prepared-transaction`. */
  readonly code?: string;
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

/** A program on a host ended badly. The message holds only what may be published; `finished` holds all. */
export class CommandError extends Error {
  readonly host: string;
  readonly command: Command;
  readonly finished: Finished;
  /** One line: how it ended and the line of its output that says why. */
  readonly brief: string;
  constructor(host: string, command: Command, finished: Finished) {
    const how = howItEnded(host, command, finished);
    const said = publicTail(
      finished.stderr.trim() === "" ? finished.stdout : finished.stderr,
      command.secrets ?? [],
      6,
    );
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
  return `${where ? `${where}: ` : ""}${problem.what}${problem.code ? ` [${problem.code}]` : ""}${problem.mend ? `\n  → ${problem.mend}` : ""}`;
}

function positionText({ file, ref, line, column }: Position): string {
  return `${file}${ref === undefined ? "" : `@${ref}`}:${line}:${column}`;
}

/** Text for people. A bug keeps its stack, everything else is told in words. */
export function errorText(error: unknown): string {
  if (error instanceof UserError || error instanceof CommandError || error instanceof StepError) return error.message;
  if (error instanceof Error) return `unexpected: ${error.stack ?? error.message}`;
  return String(error);
}

/** The first line, for a cell of the checklist. */
export function errorLine(error: unknown): string {
  if (error instanceof UserError) {
    const [first] = error.problems;
    const more = error.problems.length > 1 ? t` (and ${error.problems.length - 1} more)` : "";
    return `${first?.what ?? t`refused`}${more}`;
  }
  if (error instanceof CommandError) return error.brief;
  if (error instanceof Error)
    return (error.message.split("\n").find((line) => line.trim() !== "") ?? error.name).trim();
  return String(error);
}

function howItEnded(host: string, command: Command, finished: Finished): string {
  const how = finished.timedOut
    ? t`did not end within ${command.timeoutSeconds ?? 3600} s`
    : finished.code === null
      ? t`was ended by a signal`
      : t`exited ${finished.code}`;
  return t`${describe(command)} on ${host} ${how}`;
}
