/** What sudo prints of one entry of sudoers: `sudo -ll`, by sudo 1.9 and by sudo-rs. */
export interface Entry {
  readonly as: readonly string[];
  /** Whether it asks for a password; null when the entry does not say. */
  readonly password: boolean | null;
  /** Holds only at some times. */
  readonly timed: boolean;
  readonly commands: readonly string[];
}

export interface Listing {
  readonly entries: readonly Entry[];
  /** What holds for an entry that does not say. */
  readonly password: boolean;
  /** By sudo-rs, which prints a file that may have no arguments like one that may have any. */
  readonly bare?: boolean;
}

/** A command as sudo sees it; `path` is null where sudo did not say which file it is. */
export interface SoughtCommand {
  readonly as: string;
  readonly file: string;
  readonly path: string | null;
  readonly args: readonly string[];
  /** Other ways to the same file: /bin is a link to /usr/bin. */
  readonly also?: readonly string[];
}

type Match = "yes" | "maybe" | "no";

export function parseListing(text: string): Listing {
  const [head = "", ...blocks] = text.split(/^(?:Sudoers entry|(?:LDAP|SSSD) Role):.*$/m);
  return { entries: blocks.map(parseEntry), password: !passwordless(head) };
}

/** `Defaults !authenticate` holds for all, unless others are of one command or user: nobody knows then. */
function passwordless(head: string): boolean {
  const [general = "", special = ""] = head.split(/^Runas and Command-specific defaults/m);
  return /(^|[\s,])!authenticate\b/m.test(general) && !/authenticate/.test(special);
}

function parseEntry(block: string): Entry {
  const field = (name: string) =>
    (new RegExp(`^ +${name}: (.*)$`, "m").exec(block)?.[1] ?? "").split(",").map((one) => one.trim());
  const users = field("RunAsUsers").filter((one) => one !== "");
  return {
    as: users.length === 0 ? ["root"] : users,
    password: passwordOf(field("Options")),
    timed: /^ +Not(Before|After): /m.test(block),
    commands: [...block.matchAll(/^\t(\S.*)$/gm)].map(([, command = ""]) => command),
  };
}

function passwordOf(options: readonly string[]): boolean | null {
  if (options.includes("!authenticate")) return false;
  return options.includes("authenticate") ? true : null;
}

/**
 * Whether sudo runs a command that it permits without asking for a password. The last entry that matches counts. One
 * that only may match counts as well: what is not known by day must not be found out at night.
 */
export function runsWithoutPassword({ entries, password, bare = false }: Listing, wanted: SoughtCommand): boolean {
  let known = false;
  const newestFirst = entries.flatMap((entry) => entry.commands.map((pattern) => ({ entry, pattern }))).toReversed();
  for (const { entry, pattern } of newestFirst) {
    const match = both(matchUser(entry.as, wanted.as), matchCommand(pattern, wanted, bare));
    if (match === "no") continue;
    if (entry.password ?? password) return false;
    known ||= !entry.timed;
    if (match === "yes" && !entry.timed) return true;
  }
  return known;
}

function both(...matches: readonly Match[]): Match {
  if (matches.includes("no")) return "no";
  return matches.includes("maybe") ? "maybe" : "yes";
}

/** The last one that is about this user counts; whom a group or a number means, nobody knows here. */
function matchUser(users: readonly string[], user: string): Match {
  return users.reduce<Match>((match, one) => {
    const name = one.replace(/^!/, "");
    if (name === "ALL" || name === user || (name === "#0" && user === "root")) return one === name ? "yes" : "no";
    return /^[%+#]/.test(name) && name !== "#0" ? "maybe" : match;
  }, "no");
}

/** A pattern of sudoers as `-ll` prints it: `/usr/bin/systemctl stop -- web`, with the wildcards and quotes of sudoers. */
function matchCommand(pattern: string, wanted: SoughtCommand, unsure: boolean): Match {
  // sudo permits the command, so no later refusal is about it.
  if (pattern.startsWith("!")) return "no";
  const bare = pattern.replace(/^(?:sha\d+:\S+,? )+/, "");
  if (bare === "ALL") return "yes";
  const [, file = "", , args] = /^((?:\\.|[^\\ ])+)( ([\s\S]*))?$/.exec(bare) ?? [];
  const match = both(matchFile(file, wanted), matchArguments(args, wanted.args));
  const silent = unsure && args === undefined && wanted.args.length > 0;
  return match === "yes" && (bare !== pattern || silent) ? "maybe" : match;
}

/** Files of the entries that have the command's name and lie elsewhere; which of them are the same file, their host knows. */
export function namesakes({ entries }: Listing, { file, path }: SoughtCommand): string[] {
  const name = `/${(path ?? file).split("/").at(-1)}`;
  const files = entries.flatMap(({ commands }) => commands.map((pattern) => pattern.split(" ")[0] ?? ""));
  return [...new Set(files)].filter((one) => one.startsWith("/") && one.endsWith(name) && one !== path);
}

function matchFile(pattern: string, { file, path, also = [] }: SoughtCommand): Match {
  const name = (path ?? file).split("/").at(-1) ?? "";
  if (pattern.startsWith("^")) return "maybe";
  if (pattern.endsWith("/")) {
    if (path === null) return "maybe";
    return path === `${pattern}${name}` ? "yes" : "no";
  }
  if (path !== null && glob(pattern, true).test(path)) return "yes";
  if (also.includes(pattern)) return "yes";
  return glob(pattern.split("/").at(-1) ?? "", true).test(name) ? "maybe" : "no";
}

function matchArguments(pattern: string | undefined, args: readonly string[]): Match {
  if (pattern === undefined) return "yes";
  if (pattern === '""') return args.length === 0 ? "yes" : "no";
  if (pattern.startsWith("^")) return "maybe";
  if (/\[\[:/.test(pattern)) return "maybe";
  return glob(pattern, false).test(args.join(" ")) ? "yes" : "no";
}

/** fnmatch(3). `path`: no wildcard stands for a slash. */
function glob(pattern: string, path: boolean): RegExp {
  const any = path ? "[^/]" : "[\\s\\S]";
  const source = pattern.replaceAll(
    /\\([\s\S])|\[(!?)([^\]]+)\]|([*?])|([\s\S])/g,
    (...found: (string | undefined)[]) => {
      const [, escaped, not, set, wild, plain] = found;
      if (escaped !== undefined) return literal(escaped);
      if (set !== undefined) return `[${not === "!" ? "^" : ""}${set.replaceAll(/[\\^[\]]/g, "\\$&")}]`;
      if (wild !== undefined) return wild === "*" ? `${any}*` : any;
      return literal(plain ?? "");
    },
  );
  return new RegExp(`^${source}$`);
}

function literal(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
}
