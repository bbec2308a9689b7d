// The log of one step: carries out the commands in its lines, masks the rest and hands it on.

import type { Masker } from "../commands/masker.ts";
import { commandNames, type LogCommand, parseLogCommand } from "../commands/parse-log-command.ts";
import type { Annotation } from "../workflow-run.ts";

export interface StepLog {
  /** A line that a process of the step wrote. */
  line(text: string, target: CommandTarget): void;
  /** A line of the runner's own. */
  note(text: string): void;
  annotate(annotation: Annotation): void;
}

/** Where the old `::set-output::` and `::save-state::` go. */
export interface CommandTarget {
  readonly outputs: Record<string, string>;
  readonly state: Record<string, string>;
}

export interface StepLogOptions {
  readonly masker: Masker;
  readonly annotations: Annotation[];
  readonly debug: boolean;
  readonly write: (line: string) => void;
}

const perStep = 10;
const perJob = 50;

export function createStepLog({ masker, annotations, debug, write }: StepLogOptions): StepLog {
  const counts: Record<string, number> = {};
  let resumeAt: string | undefined;
  const note = (text: string): void => {
    for (const part of masker.mask(text).split(/\r?\n/)) write(part);
  };

  const annotate = (annotation: Annotation): void => {
    note(`##[${annotation.level}]${annotation.message}`);
    counts[annotation.level] = (counts[annotation.level] ?? 0) + 1;
    // Past GitHub's limits the line stays in the log and no annotation is made of it.
    if ((counts[annotation.level] ?? 0) > perStep || annotations.length >= perJob) return;
    annotations.push({
      ...annotation,
      message: masker.mask(annotation.message),
      ...(annotation.title === undefined ? {} : { title: masker.mask(annotation.title) }),
    });
  };

  const obey = (command: LogCommand, text: string, target: CommandTarget): void => {
    const { name, properties, message } = command;
    switch (name) {
      case "add-mask":
        if (message.trim() === "")
          return annotate({
            level: "warning",
            message: "Can't add secret mask for empty string in ##[add-mask] command.",
          });
        masker.add(message);
        return note("::add-mask::***");
      case "error":
      case "warning":
      case "notice":
        return annotate(annotationOf(name, properties, message));
      case "debug":
        return debug ? note(`##[debug]${message}`) : undefined;
      case "group":
        return note(`##[group]${message}`);
      case "endgroup":
        return note("##[endgroup]");
      case "stop-commands":
        resumeAt = message;
        return note(text);
      case "set-output":
      case "save-state": {
        annotate({ level: "warning", message: `The \`${name}\` command is deprecated and will be disabled soon.` });
        const into = name === "set-output" ? target.outputs : target.state;
        if (properties["name"] !== undefined) into[properties["name"]] = message;
        return;
      }
      case "set-env":
      case "add-path":
        return annotate({ level: "error", message: `The \`${name}\` command is disabled. Use an environment file.` });
      case "add-matcher":
      case "remove-matcher":
        return annotate({ level: "warning", message: `The \`${name}\` command is not supported by this runner` });
      case "echo":
        return;
      default:
        return note(text);
    }
  };

  return {
    note,
    annotate,
    line(text, target) {
      const known = resumeAt === undefined ? commandNames : new Set([resumeAt.toLowerCase()]);
      const command = parseLogCommand(text, known);
      if (resumeAt === undefined) return command === undefined ? note(text) : obey(command, text, target);
      if (command?.name === resumeAt.toLowerCase()) resumeAt = undefined;
      return note(text);
    },
  };
}

function annotationOf(level: string, properties: Readonly<Record<string, string>>, message: string): Annotation {
  const line = Number(properties["line"]);
  return {
    level,
    message,
    ...(properties["title"] === undefined ? {} : { title: properties["title"] }),
    ...(properties["file"] === undefined ? {} : { file: properties["file"] }),
    ...(Number.isInteger(line) && line > 0 ? { line } : {}),
  };
}
