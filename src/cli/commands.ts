import { msg } from "../core/text/text.ts";
import type { OptionName, Run } from "./options.ts";

export interface Command {
  /** What is typed after `golive`: one word or two. */
  readonly name: string;
  /** The ways to call it, a line of the usage text each. */
  readonly usage: readonly { readonly args?: string; readonly summary: string }[];
  readonly options: readonly OptionName[];
  /** Whether words that are no options may follow. */
  readonly words: boolean;
  /** Loaded when it is asked for: most reach the hosts, and a plan is checked without all that. */
  load(): Promise<Run>;
}

/** What every command takes that reaches the hosts of a plan. */
const atHosts = ["plan", "ssh-key-file", "by", "because"] as const satisfies OptionName[];

/** All there is to type, in the order of the usage text. */
export const commands: readonly Command[] = [
  {
    name: "validate",
    usage: [{ args: msg`FILE...`, summary: msg`check plan files; exit 1 when one does not hold` }],
    options: ["environment"],
    words: true,
    load: async () => (await import("./commands/validate.ts")).validate,
  },
  {
    name: "environments",
    usage: [
      { args: msg`[--check] FILE`, summary: msg`write the plan of each environment that a plan names, beside it` },
    ],
    options: ["check"],
    words: true,
    load: async () => (await import("./commands/environments.ts")).environments,
  },
  {
    name: "status",
    usage: [{ summary: msg`what state the launch and the site are in` }],
    options: atHosts,
    words: true,
    load: async () => (await import("./commands/status.ts")).status,
  },
  {
    name: "rollback",
    usage: [
      {
        args: msg`--because REASON`,
        summary: msg`go back to the release before, without GitHub; says what it sets aside first`,
      },
    ],
    options: [...atHosts, "accept-loss", "yes"],
    words: true,
    load: async () => (await import("./commands/rollback.ts")).rollbackByHand,
  },
  {
    name: "maintenance off",
    usage: [
      { args: msg`--because REASON`, summary: msg`open the site as it is, on record, and end the launch under way` },
    ],
    options: atHosts,
    words: true,
    load: async () => (await import("./commands/maintenance-off.ts")).maintenanceOff,
  },
  {
    name: "bypass",
    usage: [{ summary: msg`how a tester gets past the maintenance page while it is up; prints a secret` }],
    options: atHosts,
    words: true,
    load: async () => (await import("./commands/bypass.ts")).bypass,
  },
  {
    name: "unlock",
    usage: [
      {
        args: msg`--by NAME --because REASON`,
        summary: msg`break the lock of a run that does nothing any more, on record`,
      },
    ],
    options: atHosts,
    words: true,
    load: async () => (await import("./commands/unlock.ts")).unlock,
  },
  {
    name: "recover",
    usage: [{ summary: msg`list what a rollback set aside, and write the rows to a file on the database host` }],
    options: atHosts,
    words: true,
    load: async () => (await import("./commands/recover.ts")).recover,
  },
  {
    name: "sudoers",
    usage: [
      {
        args: msg`[--host NAME] [--user NAME]`,
        summary: msg`print the lines that sudoers needs for a plan, host by host`,
      },
    ],
    options: ["plan", "host", "user"],
    words: false,
    load: async () => (await import("./commands/sudoers.ts")).sudoers,
  },
  {
    name: "clean",
    usage: [
      {
        args: "[--json]",
        summary: msg`list what launches left behind: age, size, whether people's data is in it`,
      },
      { args: msg`--remove ID… --because REASON`, summary: msg`remove some of it, on record; or --all-older-than 30d` },
    ],
    options: [...atHosts, "remove", "all-older-than", "json"],
    words: true,
    load: async () => (await import("./commands/clean.ts")).clean,
  },
  {
    name: "checklist",
    usage: [{ summary: msg`tell GitHub what was done while it was gone (GITHUB_TOKEN in the environment)` }],
    options: [...atHosts, "repository"],
    words: true,
    load: async () => (await import("./commands/checklist.ts")).checklistByHand,
  },
];

/** The command that the words begin with, and the words that follow. */
export function commandIn(args: readonly string[]): { readonly command: Command; readonly rest: string[] } | null {
  for (const command of commands) {
    const words = command.name.split(" ");
    if (words.every((word, index) => args[index] === word)) return { command, rest: args.slice(words.length) };
  }
  return null;
}
