import { setTimeout as sleep } from "node:timers/promises";
import { authoritative } from "../../checks/dns.ts";
import { script } from "../../core/command.ts";
import { showDuration } from "../../core/text/figures.ts";
import { errorLine, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { type Records, sameRecords, shownRecords, wantedRecords } from "../../dns/records.ts";
import { ask, lookAt, type NameServer, nameServer, shownServer } from "../../dns/rfc2136.ts";
import type { DnsChange, Rfc2136 } from "../../dns/schema.ts";
import type { Host } from "../../hosts/host.ts";
import type { Launch } from "../launch/launch.ts";

const pauseMs = 1000;

/** Waits until every server has them (null: those of the plan); a note. Throws a UserError naming those that have not. */
export async function everywhere(
  launch: Pick<Launch, "hosts" | "signal">,
  change: DnsChange,
  records: Records | null,
): Promise<string> {
  if (change.kind !== "rfc2136") return "";
  const host = launch.hosts.get(change.host);
  const servers = await serversOf(host, change);
  const wanted = records ?? wantedRecords(change);
  for (
    const end = performance.now() + change.within * 1000;
    ;
    await sleep(pauseMs, undefined, { signal: launch.signal })
  ) {
    const behind = await behindOf(host, change, servers, wanted);
    if (behind.length === 0) return t`; on ${servers.length} server${servers.length === 1 ? "" : "s"}`;
    if (performance.now() >= end)
      throw new UserError(
        behind.map((what) => ({
          code: "dns-servers-behind",
          what: t`after ${showDuration(change.within)} ${what}`,
          where: host.name,
          mend: t`does that server get the zone from the primary (notify, transfer)?`,
        })),
      );
  }
}

export async function behindOf(
  host: Host,
  change: Rfc2136,
  servers: readonly NameServer[],
  wanted: Records,
): Promise<string[]> {
  const found = await Promise.all(
    servers.map(async (server) => {
      try {
        const { records } = await lookAt(host, server, change);
        return sameRecords(records, wanted)
          ? []
          : [t`${shownServer(server)} has ${shownRecords(records)} at ${change.name}`];
      } catch (error) {
        if (error instanceof UserError) return [errorLine(error)];
        throw error;
      }
    }),
  );
  return found.flat();
}

/** Every server of the zone, as the primary names them. */
export async function serversOf(host: Host, change: Rfc2136): Promise<readonly NameServer[]> {
  if (change.servers !== undefined) return change.servers.map(nameServer);
  const found = await authoritative(change.zone, askingFrom(host, nameServer(change.server)));
  if ("problem" in found)
    throw new UserError({
      code: "dns-servers-unknown",
      what: found.problem,
      where: host.name,
      mend: t`mend the zone, or name its servers in \`servers\``,
    });
  return found.map((address) => ({ name: address, port: 53 }));
}

/** The questions of `authoritative`, asked on the host: the primary first, for a name it does not know whoever the host asks. */
function askingFrom(host: Host, server: NameServer): Parameters<typeof authoritative>[1] {
  const fail = (code: string) => Object.assign(new Error(code), { code });
  const values = async (name: string, type: string): Promise<string[]> => {
    const { status, set } = await ask(host, server, name, type);
    if (set === null) throw fail(codeOf(status));
    return set.values.map((value) => value.replace(/\.$/, ""));
  };
  const addresses = (type: "A" | "AAAA") => async (name: string) => {
    const here = await values(name, type).catch(() => null);
    if (here !== null) return here;
    const { stdout } = await host.attempt(
      script('getent "$1" "$2" | cut -d " " -f 1 | sort -u', [type === "A" ? "ahostsv4" : "ahostsv6", name], {
        timeoutSeconds: 30,
      }),
    );
    const known = stdout.split("\n").filter((line) => line !== "" && !line.startsWith("::ffff:"));
    if (known.length === 0) throw fail("ENOTFOUND");
    return known;
  };
  const resolver = {
    resolveNs: (zone: string) => values(zone, "NS"),
    resolve4: addresses("A"),
    resolve6: addresses("AAAA"),
  };
  return resolver as unknown as Parameters<typeof authoritative>[1];
}

/** As a resolver names it. */
function codeOf(status: string): string {
  const known: Readonly<Record<string, string>> = { NOERROR: "ENODATA", NXDOMAIN: "ENOTFOUND" };
  return known[status] ?? `E${status}`;
}
