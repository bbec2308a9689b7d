import { command, script } from "../core/command.ts";
import { InternalError, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import {
  type Answer,
  besideNoAlias,
  parseAnswer,
  type Records,
  sameRecords,
  shownRecords,
  typesTouched,
  updateLines,
  wantedRecords,
} from "./records.ts";
import type { Rfc2136 } from "./schema.ts";
import { type Before, Overtaken, type Way } from "./way.ts";

/** A server that is asked, or told to change something. */
export interface NameServer {
  readonly name: string;
  readonly port: number;
}

const answerSeconds = 5;
const updateSeconds = 20;

export function nameServer(text: string): NameServer {
  const [, inBrackets, port6, plain, port] = /^\[([^\]]+)\](?::(\d+))?$|^([^:]+)(?::(\d+))?$/.exec(text) ?? [];
  return { name: inBrackets ?? plain ?? text, port: Number(port6 ?? port ?? 53) };
}

export function shownServer({ name, port }: NameServer): string {
  return port === 53 ? name : name.includes(":") ? `[${name}]:${port}` : `${name}:${port}`;
}

/** Asks one server about one type, and nobody it knows. Throws a UserError when it does not answer. */
export async function ask(host: Host, server: NameServer, name: string, type: string): Promise<Answer> {
  const words = [
    "-r",
    `@${server.name}`,
    "-p",
    String(server.port),
    "+norecurse",
    "+tcp",
    "+noall",
    "+comments",
    "+answer",
    "+authority",
    `+time=${answerSeconds}`,
    "+tries=1",
    "-q",
    name,
    "-t",
    type,
  ];
  const { code, stdout } = await host.attempt(command("dig", words, { timeoutSeconds: 4 * answerSeconds }));
  if (code === 127)
    throw new UserError({
      what: t`dig is not installed`,
      where: host.name,
      mend: t`install it there (Debian: bind9-dnsutils)`,
    });
  const answer = parseAnswer(stdout, name, type);
  if (code !== 0 || answer.status === "")
    throw new UserError({
      what: t`the name server ${shownServer(server)} does not answer (TCP)`,
      where: host.name,
      mend: t`is it up, and may this host reach it?`,
    });
  return answer;
}

export interface Look {
  readonly records: Records;
  /** When there is nothing: how long others may remember that. */
  readonly absentFor: number;
}

/** What a server has at the name, of all the types that the change touches. Throws a UserError when it is not the one to ask. */
export async function lookAt(
  host: Host,
  server: NameServer,
  { name, type, zone }: Pick<Rfc2136, "name" | "type" | "zone">,
): Promise<Look> {
  const answers = await Promise.all(typesTouched(type).map((one) => ask(host, server, name, one)));
  for (const { status, authoritative } of answers) {
    if (status !== "NOERROR" && status !== "NXDOMAIN")
      throw new UserError({
        what: t`${shownServer(server)} answers ${status} for ${name}`,
        where: host.name,
        mend: t`has it the zone ${zone}, and may this host ask it?`,
      });
    if (!authoritative)
      throw new UserError({
        what: t`${shownServer(server)} is not authoritative for ${name}`,
        where: host.name,
        mend: t`name the primary server of the zone that ${name} is in`,
      });
  }
  return {
    records: answers.flatMap(({ set }) => (set === null ? [] : [set])),
    absentFor: Math.max(0, ...answers.map((answer) => answer.absentFor)),
  };
}

/** Puts `to` in the place of `from`, in one piece. Throws Overtaken when something else stands there, a UserError when it cannot be had. */
export async function replaceRecords(host: Host, change: Rfc2136, from: Records, to: Records): Promise<void> {
  const refused = await update(host, change, from, to);
  if (refused === null) return;
  if (refused.prerequisite) throw new Overtaken(refused.what);
  // Whether it took the update before the line broke, only a look can tell.
  const now = await lookAt(host, nameServer(change.server), change).catch(() => null);
  if (now === null || !sameRecords(now.records, to))
    throw new UserError({ what: refused.what, where: host.name, mend: refused.mend });
}

/**
 * Why the change could not be made now, or null: what is there is put in its own place. The server asks the same of the
 * key as for the change, and nothing changes, not even the zone's serial.
 */
export async function whyNot(
  host: Host,
  change: Rfc2136,
  now: Records,
): Promise<{ readonly what: string; readonly mend: string } | null> {
  const refused = await update(host, change, now, now, [change.type]);
  if (refused === null) return null;
  if (!refused.prerequisite) return refused;
  const server = nameServer(change.server);
  if (!sameRecords((await lookAt(host, server, change)).records, now))
    return { what: t`somebody changes ${change.name} at this moment`, mend: t`start again when they are done` };
  return {
    what: t`${change.name} has no records of its own at ${shownServer(server)}: what it answers comes from a wildcard`,
    mend: t`give the name its own records first, so that there is something to put back`,
  };
}

/** Whether an alias would stand alone. */
export async function besideAlias(host: Host, change: Rfc2136): Promise<readonly string[]> {
  if (change.type !== "CNAME") return [];
  const server = nameServer(change.server);
  const found = await Promise.all(
    besideNoAlias.map(async (type) => ({ type, set: (await ask(host, server, change.name, type)).set })),
  );
  return found
    .filter(({ set }) => set !== null)
    .map(({ type }) => (type === "TYPE64" ? "SVCB" : type === "TYPE65" ? "HTTPS" : type));
}

interface Refused {
  /** It changed nothing, because what stands there is not what it was told. */
  readonly prerequisite: boolean;
  readonly what: string;
  readonly mend: string;
}

async function update(
  host: Host,
  change: Rfc2136,
  from: Records,
  to: Records,
  also: readonly string[] = [],
): Promise<Refused | null> {
  const server = nameServer(change.server);
  const { code, stderr } = await host.attempt({
    ...command("nsupdate", ["-v", "-t", String(updateSeconds), "-k", change.keyFile]),
    stdin: updateLines(change, server, from, to, also),
    timeoutSeconds: updateSeconds + 10,
    ...(change.runAs === undefined ? {} : { user: change.runAs }),
  });
  return code === 0 && !/update failed|could not read key/.test(stderr) ? null : refusal(change, server, code, stderr);
}

/** In words of our own: of a key that it cannot read nsupdate prints what stands in it. */
function refusal(
  { zone, name, type, keyFile: key }: Rfc2136,
  server: NameServer,
  code: number | null,
  stderr: string,
): Refused {
  const at = shownServer(server);
  const no = (what: string, mend: string, prerequisite = false): Refused => ({ prerequisite, what, mend });
  const failed = /update failed: (\w+(?:\(\w+\))?)/.exec(stderr)?.[1] ?? "";
  // Then it goes on without one.
  if (/could not read key|unable to open|key.*not found/i.test(stderr))
    return no(t`${key} holds no key that nsupdate can read`, t`write it with tsig-keygen, and let its user read it`);
  switch (failed) {
    case "NXRRSET":
    case "YXRRSET":
    case "NXDOMAIN":
    case "YXDOMAIN":
      return no(t`${at} has other records at ${name} than were read from it`, t`look who else changes them`, true);
    case "REFUSED":
      return no(
        t`${at} does not let the key change ${name} ${type}`,
        t`allow it in the zone's update-policy (docs/dns.md has the lines)`,
      );
    case "NOTAUTH(BADKEY)":
    case "REFUSED(BADKEY)":
      return no(t`${at} does not know the key ${key}`, t`give the server the same key, under the same name`);
    case "NOTAUTH(BADSIG)":
      return no(
        t`the key ${key} has another secret than the one of that name at ${at}`,
        t`copy it from the server again`,
      );
    case "NOTAUTH(BADTIME)":
      return no(t`the clocks of this host and of ${at} are too far apart for a signed update`, t`set them by NTP`);
    case "NOTAUTH":
      return no(t`${at} is not the primary server of ${zone}`, t`name the one that takes updates`);
    case "NOTZONE":
      return no(t`${name} is not in the zone ${zone} at ${at}`, t`name the zone that it is in`);
    case "NOTIMP":
      return no(t`${at} takes no updates for ${zone}`, t`name the primary server, or use a change of kind command`);
    case "SERVFAIL":
      return no(t`${at} could not make the update (SERVFAIL)`, t`its log says why; may it write its zone's journal?`);
  }
  if (code === 127) return no(t`nsupdate is not installed`, t`install it there (Debian: bind9-dnsutils)`);
  if (failed !== "") return no(t`${at} refuses the update (${failed})`, t`its log says why`);
  return no(
    /Communication with .* failed|timed out|could not be reached|couldn't get address/i.test(stderr) ||
      code === 124 ||
      code === null
      ? t`the name server ${at} does not answer the update (TCP)`
      : t`nsupdate exited ${code}`,
    t`is the server up, and may this host reach it?`,
  );
}

/** By signed updates to the zone's primary server. */
export function byUpdate(host: Host, change: Rfc2136): Way {
  const server = nameServer(change.server);
  const wanted = wantedRecords(change);
  const now = async () => (await lookAt(host, server, change)).records;
  const put = async (from: Records, to: Records) => {
    await replaceRecords(host, change, from, to);
    const there = await now();
    if (!sameRecords(there, to))
      throw new UserError({
        what: t`${shownServer(server)} took the update of ${change.name}, and has ${shownRecords(there)}`,
        where: host.name,
        mend: t`its log says why`,
      });
  };
  return {
    whole: true,
    now: async () => ({ records: await now() }),
    wanted: async () => sameRecords(await now(), wanted),
    same: (one, other) => sameRecords(recordsOf(one), recordsOf(other)),
    change: (from) => put(recordsOf(from), wanted),
    back: (to) => put(wanted, recordsOf(to)),
    shown: (before) => shownRecords(recordsOf(before)),
  };
}

function recordsOf(before: Before): Records {
  if (!("records" in before)) throw new InternalError(t`what is on record is not of a name server`);
  return before.records;
}

/** Why the key cannot be used, or null: it has to be there, readable by its user and by nobody else. */
export async function keyProblem(
  host: Host,
  { keyFile: key, runAs: user }: Rfc2136,
): Promise<{ readonly what: string; readonly mend: string } | null> {
  const { code } = await host.attempt(
    script(
      '[ -f "$1" ] || exit 3; [ -r "$1" ] || exit 4; m=$(stat -L -c %a -- "$1") || exit 4; case "$m" in *[4567]) exit 5 ;; esac',
      [key],
      { timeoutSeconds: 30, ...(user === undefined ? {} : { user }) },
    ),
  );
  const who = user ?? t`the user of the connection`;
  switch (code) {
    case 0:
      return null;
    case 3:
      return { what: t`there is no key ${key}, or ${who} may not see it`, mend: t`put it there (docs/dns.md)` };
    case 5:
      return { what: t`everybody on this host may read the key ${key}`, mend: `chmod o= ${key}` };
    default:
      return {
        what: t`${who} may not read the key ${key}`,
        mend: t`give it to that user, or name one in run-as (docs/hosts.md has the lines for sudo)`,
      };
  }
}

export function becomes(change: Rfc2136, now: Records): string {
  return `${change.name}: ${shownRecords(now)} → ${shownRecords(wantedRecords(change))}`;
}
