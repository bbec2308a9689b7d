// The log of one step: carries out the commands in its lines, masks the rest and hands it on.

import type { Masker } from "../commands/masker.ts";
import { commandNames, type LogCommand, parseLogCommand } from "../commands/parse-log-command.ts";
import type { CommandTarget, StepLog } from "../running-job.ts";
import type { Annotation } from "../workflow-run.ts";

export interface StepLogOptions {
  readonly masker: Masker;
  readonly annotations: Annotation[];
  readonly debug: boolean;
  readonly write: (line: string) => void;
}

/** What a command can do to the log it stands in. */
interface ObeyingLog extends Omit<StepLog, "line"> {
  readonly masker: Masker;
  readonly debug: boolean;
}

const perStep = 10;
const perJob = 50;

export function createStepLog({ masker, annotations, debug, write }: StepLogOptions): StepLog {
  const counts: Record<string, number> = {};
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

  const log: ObeyingLog = { masker, debug, note, annotate };
  /** While commands are stopped: the word that starts them again. */
  let resumeAt: string | undefined;
  const line = (text: string, target: CommandTarget): void => {
    if (resumeAt !== undefined) {
      const word = resumeAt.toLowerCase();
      if (parseLogCommand(text, new Set([word])) !== undefined) resumeAt = undefined;
      note(text);
      return;
    }
    const command = parseLogCommand(text, commandNames);
    if (command?.name === "stop-commands") resumeAt = command.message;
    if (command === undefined || command.name === "stop-commands") note(text);
    else obey(log, command, target);
  };
  return { note, annotate, line };
}

function obey(log: ObeyingLog, command: LogCommand, target: CommandTarget): void {
  const { name, properties, message } = command;
  switch (name) {
    case "add-mask":
      addMask(log, message);
      break;
    case "error":
    case "warning":
    case "notice":
      log.annotate(annotationOf(name, properties, message));
      break;
    case "debug":
      if (log.debug) log.note(`##[debug]${message}`);
      break;
    case "group":
      log.note(`##[group]${message}`);
      break;
    case "endgroup":
      log.note("##[endgroup]");
      break;
    case "set-output":
    case "save-state":
      log.annotate({ level: "warning", message: `The \`${name}\` command is deprecated and will be disabled soon.` });
      if (properties.name !== undefined)
        (name === "set-output" ? target.outputs : target.state)[properties.name] = message;
      break;
    case "set-env":
    case "add-path":
      log.annotate({ level: "error", message: `The \`${name}\` command is disabled. Use an environment file.` });
      break;
    case "add-matcher":
    case "remove-matcher":
      log.annotate({ level: "warning", message: `The \`${name}\` command is not supported by this runner` });
      break;
    default:
      // `echo` has nothing to turn on here.
      break;
  }
}

function addMask(log: ObeyingLog, secret: string): void {
  if (secret.trim() === "") {
    log.annotate({ level: "warning", message: "Can't add secret mask for empty string in ##[add-mask] command." });
    return;
  }
  log.masker.add(secret);
  log.note("::add-mask::***");
}

function annotationOf(level: string, properties: Readonly<Record<string, string>>, message: string): Annotation {
  const line = Number(properties.line);
  return {
    level,
    message,
    ...(properties.title === undefined ? {} : { title: properties.title }),
    ...(properties.file === undefined ? {} : { file: properties.file }),
    ...(Number.isInteger(line) && line > 0 ? { line } : {}),
  };
}
