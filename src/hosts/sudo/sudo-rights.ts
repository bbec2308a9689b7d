import { mapLimit } from "../../core/map-limit.ts";
import { type Command, command, type Finished, script } from "../../core/command.ts";
import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../host.ts";
import type { Right } from "./sudo.ts";
import { type Listing, namesakes, parseListing, runsWithoutPassword, type SoughtCommand } from "./sudo-listing.ts";
import { tryUser } from "./scripts.ts";

/** `user`: who commands cannot run as. */
export interface RightProblem extends Problem {
  readonly user?: string;
}

const mend = () =>
  t`allow it without a password, after every line that asks for one; \`golive sudoers\` prints the lines (docs/hosts.md)`;

/** Which of these rights are missing, as they are used at night: without a password, and without one typed earlier. */
export async function rightProblems(host: Host, rights: readonly Right[]): Promise<RightProblem[]> {
  const lists = new Map<string, Promise<Held>>();
  const listing = (by: string | undefined) => {
    const known = lists.get(by ?? "") ?? heldBy(host, by);
    lists.set(by ?? "", known);
    return known;
  };
  const found = await mapLimit(rights, 4, ({ as, words, by }) =>
    words === null ? userProblem(host, as, by) : commandProblem(host, { as, words, by }, listing),
  );
  return found.flatMap((problem) => (problem === null ? [] : [problem]));
}

/** Who runs sudo, and what sudoers says of them. */
interface Held {
  readonly id: string;
  readonly name: string;
  readonly listing: Listing;
}

async function heldBy(host: Host, by: string | undefined): Promise<Held> {
  const asUser = by === undefined ? {} : { user: by };
  const who = await host.attempt(
    script("id -u && id -un && sudo --version 2>&1", [], { timeoutSeconds: 30, ...asUser }),
  );
  const [id = "", name = "", version = ""] = who.stdout.split("\n");
  const listing = parseListing((await host.attempt(ask([], by))).stdout);
  return { id, name, listing: { ...listing, bare: version.startsWith("sudo-rs") } };
}

// -k: a password that somebody typed a minute ago must not make the look better than the night.
function ask(words: readonly string[], by: string | undefined): Command {
  return command("sudo", ["-k", "-n", "-ll", ...words], {
    timeoutSeconds: 30,
    // Lines that are cut into columns could not be read.
    env: { LC_ALL: "C", COLUMNS: "30000" },
    ...(by === undefined ? {} : { user: by }),
  });
}

interface Exact extends Right {
  readonly words: readonly string[];
}

async function commandProblem(
  host: Host,
  { as, words, by }: Exact,
  listing: (by: string | undefined) => Promise<Held>,
): Promise<Problem | null> {
  const shown = words.join(" ");
  const permitted = await host.attempt(ask([...(as === "root" ? [] : ["-u", as]), "--", ...words], by));
  if (permitted.code !== 0 && asksForPassword(permitted))
    return { code: "sudo-password", what: t`sudo wants a password for: ${shown}`, where: host.name, mend: mend() };
  if (permitted.code !== 0)
    return { code: "sudo-refused", what: t`sudo does not let golive run: ${shown}`, where: host.name, mend: mend() };
  const held = await listing(by);
  // sudo asks nobody who is root, or becomes who they are.
  if (held.id === "0" || held.name === as) return null;
  // Newer versions name the entry that counts themselves.
  const matched = parseListing(permitted.stdout);
  const free = /^ +Matched: /m.test(permitted.stdout)
    ? matched.entries.every(({ timed, password }) => !timed && !(password ?? held.listing.password))
    : runsWithoutPassword(held.listing, await sameFiles(host, held.listing, soughtOf(as, words, permitted.stdout)));
  if (free) return null;
  return { code: "sudo-password", what: t`sudo wants a password for: ${shown}`, where: host.name, mend: mend() };
}

function asksForPassword({ stderr }: Finished): boolean {
  return /password is required|authentication is required/.test(stderr);
}

/** sudo prints the command it would run, with the path it found for it. */
function soughtOf(as: string, [file = "", ...args]: readonly string[], stdout: string): SoughtCommand {
  const end = args.map((word) => ` ${word}`).join("");
  const line = stdout.split("\n").findLast((one) => one.trim() !== "") ?? "";
  const path = line.endsWith(end) ? line.slice(0, line.length - end.length) : "";
  return { as, file, args, path: path.startsWith("/") ? path : null };
}

/** The other ways to its file that the entries name. */
async function sameFiles(host: Host, listing: Listing, wanted: SoughtCommand): Promise<SoughtCommand> {
  const others = namesakes(listing, wanted);
  if (wanted.path === null || others.length === 0) return wanted;
  const look = 'p=$1; shift; for f; do [ ! "$f" -ef "$p" ] || printf "%s\\n" "$f"; done';
  const { stdout } = await host.attempt(script(look, [wanted.path, ...others], { timeoutSeconds: 30 }));
  return { ...wanted, also: stdout.split("\n").filter((line) => line !== "") };
}

/** Whatever golive runs as a user of the plan begins with these three programs. They are really run. */
async function userProblem(host: Host, as: string, by: string | undefined): Promise<RightProblem | null> {
  const tried = await host.attempt(
    script(tryUser, [as], { timeoutSeconds: 30, ...(by === undefined ? {} : { user: by }) }),
  );
  if (tried.code === 0) return null;
  return { code: "sudo-user", what: t`commands cannot run as ${as}`, where: host.name, mend: mend(), user: as };
}
