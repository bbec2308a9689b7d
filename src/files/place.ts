import type { Place } from "../plan/files-layout.ts";
import { type CommandOptions, script, type Command } from "../core/command.ts";

import { words } from "./scripts.ts";

export interface Counts {
  readonly files: number;
  readonly bytes: number;
}

/** A script of this folder's user, with the words for lists before it. */
export function filesScript(
  place: Place,
  text: string,
  values: readonly string[],
  options: CommandOptions = {},
): Command {
  return script(`${words}\n${text}`, values, {
    timeoutSeconds: 4 * 3600,
    ...options,
    ...(place.user === undefined ? {} : { user: place.user }),
  });
}

/** `name value…` a line. */
export function answers(stdout: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const [name = "", ...values] = line.split(" ");
        return [name, values];
      }),
  );
}

export function countsOf(values: readonly string[] | undefined): Counts {
  const [files = "0", bytes = "0"] = values ?? [];
  return { files: Number(files), bytes: Number(bytes) };
}
