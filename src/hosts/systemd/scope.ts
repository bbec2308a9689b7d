import { type Command, type CommandOptions, script } from "../../core/command.ts";
import { ownSystemd } from "./scripts.ts";

/** Whose systemd the units are of: the machine's, or a user's own. */
export interface Scope {
  readonly user?: string | undefined;
}

/** A script that asks systemd, for the systemd that is meant. */
export function unitScript({ user }: Scope, text: string, values: readonly string[], options: CommandOptions): Command {
  return user === undefined
    ? script(text, values, options)
    : script(`${ownSystemd}\n${text}`, values, { ...options, user });
}
