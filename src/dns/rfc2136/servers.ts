import { script } from "../../core/command.ts";
import { errorLine, UserError } from "../../core/errors.ts";
import { pollUntil } from "../../core/poll-until.ts";
import { showDuration } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { Records, ZoneServers } from "../kind.ts";
import { ask, lookAt, type NameServer, nameServer, shownServer } from "./ask.ts";
import { sameRecords, shownRecords } from "./records.ts";
import type { Rfc2136 } from "./schema.ts";
import { zoneAddresses } from "./scripts.ts";

const secondsBetween = 1;

/** Every server of the zone, as the primary names them. */
export async function serversOf(host: Host, change: Rfc2136, zoneServers: ZoneServers): Promise<readonly NameServer[]> {
  if (change.servers !== undefined) return change.servers.map(nameServer);
  const found = await zoneServers(change.zone, askingFrom(host, nameServer(change.server)));
  if ("problem" in found)
    throw new UserError({
      code: "dns-zone-servers-unknown",
      what: found.problem,
      where: host.name,
      mend: t`mend the zone, or name its servers in \`servers\``,
    });
  return found.map((address) => ({ name: address, port: 53 }));
}

/** Waits until every server has them; a note. Throws a UserError naming those that have not. */
export async function awaitServers(
  host: Host,
  change: Rfc2136,
  { servers, records, signal }: { servers: readonly NameServer[]; records: Records; signal: AbortSignal },
): Promise<string> {
  let behind: readonly string[] = [];
  const look = async (): Promise<string | null> => {
    behind = await behindOf(host, change, servers, records);
    return behind.length === 0 ? t`; on ${servers.length} server${servers.length === 1 ? "" : "s"}` : null;
  };
  const note = await pollUntil(look, { every: secondsBetween, limit: change.within, signal });
  if (note !== null) return note;
  throw new UserError(
    behind.map((what) => ({
      code: "dns-server-behind",
      what: t`after ${showDuration(change.within)} ${what}`,
      where: host.name,
      mend: t`does that server get the zone from the primary (notify, transfer)?`,
    })),
  );
}

/** What servers have that is not these records. */
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

/** The questions for a zone's servers, asked on the host: the primary first, for a name it does not know whoever the host asks. */
function askingFrom(host: Host, server: NameServer): Parameters<ZoneServers>[1] {
  const fail = (code: string) => Object.assign(new Error(code), { code });
  const values = async (name: string, type: string): Promise<string[]> => {
    const { status, set } = await ask(host, server, name, type);
    if (set === null) throw fail(noRecord(status));
    return set.values.map((value) => value.replace(/\.$/, ""));
  };
  const addresses = (type: "A" | "AAAA") => async (name: string) => {
    const here = await values(name, type).catch(() => null);
    if (here !== null) return here;
    const kind = type === "A" ? "ahostsv4" : "ahostsv6";
    const { stdout } = await host.attempt(script(zoneAddresses, [kind, name], { timeoutSeconds: 30 }));
    const known = stdout.split("\n").filter((line) => line !== "" && !line.startsWith("::ffff:"));
    if (known.length === 0) throw fail("ENOTFOUND");
    return known;
  };
  return { resolveNs: (zone) => values(zone, "NS"), resolve4: addresses("A"), resolve6: addresses("AAAA") };
}

/** An answer without records, as Node's resolver would tell it. */
function noRecord(status: string): string {
  if (status === "NOERROR") return "ENODATA";
  return status === "NXDOMAIN" ? "ENOTFOUND" : `E${status}`;
}
