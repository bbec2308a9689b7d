import {
  type AnnotationProperties,
  error,
  getState as readState,
  info,
  saveState as keepState,
  setFailed,
  setOutput,
  setSecret,
  summary,
  warning,
} from "@actions/core";
import type { Log } from "../../core/log.ts";
import { logLine, logText } from "../../core/text/log-text.ts";

// The only file that writes to the runner. Its log is also how it is told what to do, so every text passes `logText`.

/** The runner's log. Errors are marked in the text; the one annotation is made where the action fails. */
export const runnerLog: Log = {
  info: (text) => info(logText(text)),
  warn: (text) => warning(logText(text)),
  error: (text) => info(logText(`❌ ${text}`)),
  secret: setSecret,
};

export interface Place {
  readonly title: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** An error that GitHub shows at its place. */
export function annotate(text: string, { title, file, line, column }: Place): void {
  const properties: AnnotationProperties = {
    title: logLine(title),
    ...(file === undefined ? {} : { file: logLine(file) }),
    ...(line === undefined ? {} : { startLine: line }),
    ...(column === undefined ? {} : { startColumn: column }),
  };
  error(logText(text), properties);
}

export function fail(text: string): void {
  setFailed(logText(text));
}

export function warn(text: string): void {
  warning(logText(text));
}

/** Every output that the action declares has a value, also when it failed: an empty one where there is none. */
export function giveOutputs(names: readonly string[], values: Readonly<Record<string, string>> = {}): void {
  for (const name of names) setOutput(name, values[name] ?? "");
}

export async function addSummary(markdown: string): Promise<void> {
  await summary.addRaw(markdown, true).write();
}

export function saveState(name: string, value: string): void {
  keepState(name, value);
}

export function getState(name: string): string {
  return readState(name);
}

export function maskValue(value: string): void {
  if (value !== "") setSecret(value);
}
