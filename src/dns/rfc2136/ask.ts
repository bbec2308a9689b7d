import { command } from "../../core/command.ts";
import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { Records } from "../kind.ts";
import { type Answer, parseAnswer } from "./answer.ts";
import { typesTouched } from "./records.ts";
import type { Rfc2136 } from "./schema.ts";

/** A server that is asked, or told to change something. */
export interface NameServer {
  readonly name: string;
  readonly port: number;
}

const answerSeconds = 5;
/** Of this one server, over TCP, and printed as `parseAnswer` reads it. */
const options = [
  "+norecurse",
  "+tcp",
  "+noall",
  "+comments",
  "+answer",
  "+authority",
  `+time=${answerSeconds}`,
  "+tries=1",
];

export function nameServer(text: string): NameServer {
  const [, inBrackets, port6, plain, port] = /^\[([^\]]+)\](?::(\d+))?$|^([^:]+)(?::(\d+))?$/.exec(text) ?? [];
  return { name: inBrackets ?? plain ?? text, port: Number(port6 ?? port ?? 53) };
}

export function shownServer({ name, port }: NameServer): string {
  if (port === 53) return name;
  return name.includes(":") ? `[${name}]:${port}` : `${name}:${port}`;
}

/** Asks one server about one type, and nobody it knows. Throws a UserError when it does not answer. */
export async function ask(host: Host, server: NameServer, name: string, type: string): Promise<Answer> {
  const words = ["-r", `@${server.name}`, "-p", String(server.port), ...options, "-q", name, "-t", type];
  const { code, stdout } = await host.attempt(command("dig", words, { timeoutSeconds: 4 * answerSeconds }));
  if (code === 127)
    throw new UserError({
      code: "dns-dig-missing",
      what: t`dig is not installed`,
      where: host.name,
      mend: t`install it there (Debian: bind9-dnsutils)`,
    });
  const answer = parseAnswer(stdout, name, type);
  if (code !== 0 || answer.status === "")
    throw new UserError({
      code: "dns-server-silent",
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
        code: "dns-answer-bad",
        what: t`${shownServer(server)} answers ${status} for ${name}`,
        where: host.name,
        mend: t`has it the zone ${zone}, and may this host ask it?`,
      });
    if (!authoritative)
      throw new UserError({
        code: "dns-not-authoritative",
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
