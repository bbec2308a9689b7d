import { type Problem, problemsFrom } from "../../core/errors.ts";
import { showDuration } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { DayLook, Records, ZoneServers } from "../kind.ts";
import { ask, type Look, lookAt, nameServer } from "./ask.ts";
import { keyProblem } from "./key.ts";
import { besideNoAlias, sameRecords, shownRecords, wantedRecords } from "./records.ts";
import type { Refused } from "./refusal.ts";
import type { Rfc2136 } from "./schema.ts";
import { behindOf, serversOf } from "./servers.ts";
import { whyNot } from "./update.ts";

/** The key may make the change, every server has what the primary has, and how long the old may be remembered. */
export async function lookByDay(
  host: Host,
  change: Rfc2136,
  { zoneServers, secondsLeft }: { zoneServers: ZoneServers; secondsLeft: number },
): Promise<DayLook> {
  const where = t`${host.name}, dns ${change.id}`;
  let note = "";
  const problems = await problemsFrom(async () => {
    const key = await keyProblem(host, change);
    const looked = await lookAt(host, nameServer(change.server), change);
    const stopped = key ?? (await besideAlias(host, change)) ?? (await whyNot(host, change, looked.records));
    if (stopped !== null) return [problemAt(where, stopped)];
    const servers = await serversOf(host, change, zoneServers);
    const behind = await behindOf(host, change, servers, looked.records);
    note = noteOf(change, looked, secondsLeft);
    return behind.map((what) => ({
      code: "dns-servers-disagree",
      what: t`the servers of ${change.zone} do not agree today: ${what}`,
      where,
      mend: t`a change would not reach that one either; mend its transfer`,
    }));
  });
  return { problems, note };
}

function problemAt(where: string, refused: Refused): Problem {
  return { ...refused, where };
}

function noteOf(change: Rfc2136, { records, absentFor }: Look, secondsLeft: number): string {
  if (sameRecords(records, wantedRecords(change))) return t`${change.name} is so already`;
  const seconds = records.length === 0 ? absentFor : Math.max(...records.map(({ ttl }) => ttl));
  const [left, remembered] = [showDuration(secondsLeft), showDuration(seconds)];
  const late =
    seconds > secondsLeft
      ? t` ⚠ longer than the ${left} from there to the window's end: lower the TTL at least ${remembered} before`
      : "";
  return t`${becomes(change, records)}, remembered for ${remembered} after it changes${late}`;
}

function becomes(change: Rfc2136, now: Records): string {
  return `${change.name}: ${shownRecords(now)} → ${shownRecords(wantedRecords(change))}`;
}

/** Types that dig prints by their numbers. */
const typeNames: Readonly<Record<string, string>> = { TYPE64: "SVCB", TYPE65: "HTTPS" };

/** Why an alias would not stand alone, or null. */
async function besideAlias(host: Host, change: Rfc2136): Promise<Refused | null> {
  if (change.type !== "CNAME") return null;
  const server = nameServer(change.server);
  const found = await Promise.all(
    besideNoAlias.map(async (type) => ({ type, set: (await ask(host, server, change.name, type)).set })),
  );
  const beside = found.flatMap(({ type, set }) => (set === null ? [] : [typeNames[type] ?? type]));
  if (beside.length === 0) return null;
  return {
    code: "dns-alias-not-alone",
    what: t`${change.name} has ${beside.join(", ")} records, and an alias stands alone`,
    mend: t`take them away first, or name the addresses instead of an alias`,
  };
}
