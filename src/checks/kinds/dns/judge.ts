import { isIPv6 } from "node:net";
import { t } from "../../../core/text/text.ts";
import { type Judgement, together, type Told } from "../../../core/verdict.ts";
import type { DnsSight, Found } from "./ask-servers.ts";
import { caaProblem } from "./caa.ts";
import type { DnsCheck } from "./schema.ts";

export function judgeDns(check: DnsCheck, name: string, sights: readonly DnsSight[]): Judgement {
  if (sights.length === 0) return { verdict: "inconclusive", evidence: t`${name} has no server that could be asked` };
  const told = sights.flatMap((sight) =>
    ofServer(check, name, sight).map(({ verdict, what }) => ({ verdict, what: `${sight.server}: ${what}` })),
  );
  // Between servers that differ, the one that is wrong was told above if the plan says what is right.
  const sets = serversBySet(sights);
  if (sets.size > 1) {
    const each = [...sets].map(([set, at]) => t`${set === "" ? t`nothing` : set} at ${at.join(", ")}`);
    told.push({ verdict: "fail", what: t`the servers do not agree: ${each.join("; ")}` });
  }
  if (told.length > 0) return together(told);
  const ttls = sights.flatMap(({ v4, v6 }) => [...v4.records, ...v6.records].map(({ ttl }) => ttl));
  const ttl = ttls.length === 0 ? [] : [t`TTL ${Math.max(...ttls)} s`];
  return {
    verdict: "pass",
    evidence: [
      t`${sights.length} server${sights.length === 1 ? "" : "s"}: ${name} leads to ${[...sets.keys()][0]}`,
      ...ttl,
      ...(check.caa === undefined ? [] : [t`CAA allows ${check.caa}`]),
    ].join("; "),
  };
}

/** Which servers say the same, of those that answered. */
function serversBySet(sights: readonly DnsSight[]): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, string[]>();
  for (const sight of sights) {
    const unasked = answersOf(sight).some(({ denied, silent }) => denied !== undefined || silent !== undefined);
    if (!unasked) sets.set(setOf(sight), [...(sets.get(setOf(sight)) ?? []), sight.server]);
  }
  return sets;
}

function answersOf({ v4, v6, alias }: DnsSight): readonly Found<unknown>[] {
  return [v4, v6, ...(alias ? [alias] : [])];
}

function setOf({ v4, v6, alias }: DnsSight): string {
  const all = alias
    ? alias.records.map(plainName)
    : [...v4.records, ...v6.records].map(({ address }) => canonical(address));
  return all.toSorted().join(", ");
}

const bad = (what: string): Told => ({ verdict: "fail", what });

function ofServer(check: DnsCheck, name: string, sight: DnsSight): readonly Told[] {
  const { v4, v6, alias, caa } = sight;
  const asked: readonly Found<unknown>[] = alias ? [alias] : [v4, v6];
  const silent = [...asked, ...(caa ? [caa] : [])].find((one) => one.silent !== undefined)?.silent;
  if (silent !== undefined) return [{ verdict: "error", what: silent }];
  const denied = asked.find((one) => one.denied !== undefined)?.denied;
  if (denied !== undefined) return [bad(t`answers ${denied}`)];
  if (asked.some(({ unknownName }) => unknownName)) return [bad(t`does not know ${name} (NXDOMAIN)`)];
  const problem = caa === undefined ? null : caaProblem(caa, check.caa ?? "");
  return [
    ...(alias ? ofAlias(check, name, alias.records) : ofAddresses(check, name, sight)),
    ...(problem === null ? [] : [bad(problem)]),
  ];
}

function ofAlias({ alias }: DnsCheck, name: string, records: readonly string[]): readonly Told[] {
  if (records.length === 0) return [bad(t`${name} is no alias`)];
  if (records.length === 1 && plainName(records[0] ?? "") === plainName(alias ?? "")) return [];
  return [bad(t`${name} is an alias of ${records.join(", ")}, not of ${alias}`)];
}

function ofAddresses(check: DnsCheck, name: string, { v4, v6 }: DnsSight): readonly Told[] {
  const records = [...v4.records, ...v6.records];
  const has = records.map(({ address }) => canonical(address));
  const told = has.length === 0 ? [bad(t`${name} has no address`)] : differing(check, has);
  if (check.ipv6 && v6.records.length === 0 && has.length > 0) told.push(bad(t`${name} has no AAAA record`));
  const ttl = Math.max(0, ...records.map((record) => record.ttl));
  if (check.ttlAtMost > 0 && ttl > check.ttlAtMost)
    told.push(bad(t`others may remember it for ${ttl} s, and the plan wants ${check.ttlAtMost} s at most`));
  return told;
}

/** Addresses that the plan names and the server does not, and the other way round. */
function differing({ addresses }: DnsCheck, has: readonly string[]): Told[] {
  if (addresses === undefined) return [];
  const wanted = addresses.map(canonical);
  const missing = wanted.filter((address) => !has.includes(address));
  const extra = has.filter((address) => !wanted.includes(address));
  return [
    ...(missing.length > 0 ? [bad(t`${missing.join(", ")} is missing`)] : []),
    ...(extra.length > 0 ? [bad(t`leads to ${extra.join(", ")} as well, which the plan does not name`)] : []),
  ];
}

function plainName(name: string): string {
  return name.replace(/\.$/, "").toLowerCase();
}

/** One spelling for each address of IPv6. */
function canonical(address: string): string {
  return isIPv6(address) ? new URL(`http://[${address}]/`).hostname.slice(1, -1) : address;
}
