import { command } from "../../core/command.ts";
import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { Overtaken, type Records } from "../kind.ts";
import { lookAt, nameServer, shownServer } from "./ask.ts";
import { sameRecords } from "./records.ts";
import { type Refused, refusalOf } from "./refusal.ts";
import type { Rfc2136 } from "./schema.ts";
import { type Update, updateLines } from "./update-lines.ts";

const updateSeconds = 20;

/** Puts `to` in the place of `from`, in one piece. Throws Overtaken when something else stands there, a UserError when it cannot be had. */
export async function replaceRecords(host: Host, change: Rfc2136, from: Records, to: Records): Promise<void> {
  const refused = await update(host, change, { from, to });
  if (refused === null) return;
  const { prerequisite, ...told } = refused;
  if (prerequisite) throw new Overtaken(told.what);
  // Whether it took the update before the line broke, only a look can tell.
  const now = await lookAt(host, nameServer(change.server), change).catch(() => null);
  if (now === null || !sameRecords(now.records, to)) throw new UserError({ ...told, where: host.name });
}

/**
 * Why the change could not be made now, or null: what is there is put in its own place. The server asks the same of the
 * key as for the change, and nothing changes, not even the zone's serial.
 */
export async function whyNot(host: Host, change: Rfc2136, now: Records): Promise<Refused | null> {
  const refused = await update(host, change, { from: now, to: now, also: [change.type] });
  if (!refused?.prerequisite) return refused;
  const server = nameServer(change.server);
  if (!sameRecords((await lookAt(host, server, change)).records, now))
    return {
      code: "dns-changed-meanwhile",
      what: t`somebody changes ${change.name} at this moment`,
      mend: t`start again when they are done`,
    };
  return {
    code: "dns-wildcard",
    what: t`${change.name} has no records of its own at ${shownServer(server)}: what it answers comes from a wildcard`,
    mend: t`give the name its own records first, so that there is something to put back`,
  };
}

async function update(host: Host, change: Rfc2136, what: Update): Promise<Refused | null> {
  const finished = await host.attempt({
    ...command("nsupdate", ["-v", "-t", String(updateSeconds), "-k", change.keyFile]),
    stdin: updateLines(change, nameServer(change.server), what),
    timeoutSeconds: updateSeconds + 10,
    ...(change.runAs === undefined ? {} : { user: change.runAs }),
  });
  return refusalOf(change, finished);
}
