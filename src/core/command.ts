/** A program to run on a host, as data. Nothing here is ever parsed by a shell as text. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** Written to standard input; the way for anything secret or long. */
  readonly stdin?: string;
  /** Directory on the host. */
  readonly cwd?: string;
  /** Added to the environment on the host. Visible in `ps` there, so never a secret. */
  readonly env?: Readonly<Record<string, string>>;
  /** Run as this user of the host, through `sudo -n`. */
  readonly user?: string;
  /** Ended after this many seconds (default 3600). */
  readonly timeoutSeconds?: number;
  /** File on the host that only one such command holds at a time; one left behind by a lost run is waited for. */
  readonly exclusive?: string;
  /** What people are shown instead of the words, when these are mostly wrapping. */
  readonly label?: string;
  /** All that it prints is read: where that is more than can be held, it failed. */
  readonly whole?: true;
  /** What it prints need not be UTF-8: `stdout` has a character for each byte. */
  readonly bytes?: true;
  /** Values to mask wherever the command or its output is shown. */
  readonly secrets?: readonly string[];
}

/** How a command ended. `code` is null when a signal ended it. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  readonly timedOut: boolean;
  /** It printed more than could be held, and not all of that is here. */
  readonly cut?: true;
}

export type CommandOptions = Omit<Command, "file" | "args">;

export function command(file: string, args: readonly string[], options: CommandOptions = {}): Command {
  return { file, args, ...options };
}

/** A fixed shell script with its values as positional parameters (`"$1"`, ...), never spliced into the text. */
export function script(text: string, values: readonly string[], options: CommandOptions = {}): Command {
  return { file: "sh", args: ["-c", text, "sh", ...values], ...options };
}

/** One line for people: the program and its arguments, long ones shortened, secrets masked. */
export function describe(command: Command): string {
  if (command.label !== undefined) return mask(command.label, command.secrets ?? []);
  const words =
    command.file === "sh" && command.args[0] === "-c"
      ? ["sh -c …", ...command.args.slice(3)]
      : [command.file, ...command.args];
  const line = words.map((word) => (word.length > 120 ? `${word.slice(0, 117)}…` : word)).join(" ");
  return mask(line, command.secrets ?? []);
}

/** Replaces each secret by `***`, the longest first so that no part of one is left behind. */
export function mask(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length > 0)
    .toSorted((a, b) => b.length - a.length)
    .reduce((masked, secret) => masked.replaceAll(secret, "***"), text);
}
