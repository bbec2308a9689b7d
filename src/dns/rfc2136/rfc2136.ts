import { InternalError, UserError } from "../../core/errors.ts";
import type { KindProblem } from "../../core/kinds.ts";
import { showDuration } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { type Before, defineChange, type Records, type Way, type ZoneServers } from "../kind.ts";
import { lookAt, nameServer, shownServer } from "./ask.ts";
import { lookByDay } from "./by-day.ts";
import { sameRecords, shownRecords, wantedRecords } from "./records.ts";
import { type Rfc2136, rfc2136Schema } from "./schema.ts";
import { awaitServers, serversOf } from "./servers.ts";
import { replaceRecords } from "./update.ts";

/** Signed updates to the zone's primary server. */
export const rfc2136 = defineChange(rfc2136Schema, {
  name: (change) => `${change.name} ${shownRecords(wantedRecords(change))}`,
  open: byUpdate,
  needs: ({ host, runAs: user }) => ({ host, programs: ["dig", "nsupdate"], user }),
  problems: sameNameProblems,
});

function byUpdate(host: Host, change: Rfc2136, zoneServers: ZoneServers): Way {
  const server = nameServer(change.server);
  const wanted = wantedRecords(change);
  const now = async () => (await lookAt(host, server, change)).records;
  const put = async (from: Records, to: Records) => {
    await replaceRecords(host, change, from, to);
    const there = await now();
    if (!sameRecords(there, to))
      throw new UserError({
        code: "dns-update-not-kept",
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
    async everywhere(given, signal) {
      const servers = await serversOf(host, change, zoneServers);
      return awaitServers(host, change, { servers, records: given === null ? wanted : recordsOf(given), signal });
    },
    remembered: (was) => rememberedNote(was === null ? wanted : recordsOf(was)),
    lookByDay: (secondsLeft) => lookByDay(host, change, { zoneServers, secondsLeft }),
  };
}

function rememberedNote(records: Records): string {
  const longest = Math.max(0, ...records.map(({ ttl }) => ttl));
  return longest === 0 ? "" : t`; others may remember what was there for ${showDuration(longest)}`;
}

function recordsOf(before: Before): Records {
  if (!("records" in before)) throw new InternalError(t`what is on record is not of a name server`);
  return before.records;
}

/** Changes that would undo one another. */
function sameNameProblems(change: Rfc2136, before: readonly Rfc2136[]): KindProblem[] {
  const sameName = before.filter(({ name }) => name.toLowerCase() === change.name.toLowerCase());
  const twice = sameName.find(({ type }) => type === change.type);
  if (twice)
    return [
      {
        code: "plan-dns-changed-twice",
        place: { path: ["name"] },
        what: t`${change.name} ${change.type} is what "${twice.id}" changes already`,
        mend: t`name all values in one change`,
      },
    ];
  const alias = sameName.find(({ type }) => type === "CNAME" || change.type === "CNAME");
  if (!alias) return [];
  return [
    {
      code: "plan-dns-alias-not-alone",
      place: { path: ["type"] },
      what: t`an alias stands alone, and "${alias.id}" gives ${change.name} ${alias.type} records`,
      mend: t`keep one of the two`,
    },
  ];
}
