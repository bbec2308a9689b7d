import { promises as dnsPromises } from "node:dns";
import { isIPv6 } from "node:net";
import { t } from "../core/text/text.ts";
import { type Judgement, together, type Told } from "../core/verdict.ts";
import { lookUntil } from "./ask-json.ts";
import type { CheckContext } from "./check.ts";
import type { DnsCheck } from "./dns-schema.ts";
import { nameOf } from "./tls.ts";

const { Resolver } = dnsPromises;
type Resolver = InstanceType<typeof Resolver>;

export interface Found<T> {
  /** Empty: there is none of that kind. */
  readonly records: readonly T[];
  /** NXDOMAIN: there is no such name at all. */
  readonly unknownName?: boolean;
  /** It answered, and said that it will not or cannot tell: SERVFAIL, REFUSED. */
  readonly denied?: string;
  /** It did not answer. */
  readonly silent?: string;
}

export interface TimedAddress {
  readonly address: string;
  readonly ttl: number;
}

/** Properties of the CAA records that count for a name, and whose they are. */
export type CaaRecord = Readonly<Record<string, unknown>> & { readonly critical: number };

/** What one server says. */
export interface DnsSight {
  readonly server: string;
  readonly v4: Found<TimedAddress>;
  readonly v6: Found<TimedAddress>;
  readonly alias?: Found<string>;
  readonly caa?: Found<CaaRecord>;
}

/** Asks every authoritative server by itself, until all is as the plan wants it or `wait` is over. */
export function checkDns(check: DnsCheck, { plan, signal }: CheckContext): Promise<Judgement> {
  const name = nameOf(check, plan);
  return lookUntil(performance.now() + check.wait * 1000, [2], signal, () => once(check, name));
}

async function once(check: DnsCheck, name: string): Promise<Judgement> {
  const servers =
    check.servers ?? (await authoritative(name, new Resolver({ timeout: check.within * 1000, tries: 2 })));
  if ("problem" in servers) return { verdict: "error", evidence: servers.problem };
  return judgeDns(check, name, await Promise.all(servers.map((server) => ask(check, name, server))));
}

/** Addresses of the servers that the zone of a name is asked at. */
export async function authoritative(
  name: string,
  resolver: Pick<Resolver, "resolveNs" | "resolve4" | "resolve6">,
): Promise<readonly string[] | { readonly problem: string }> {
  for (let zone = name; zone.includes("."); zone = zone.slice(zone.indexOf(".") + 1)) {
    const names = await find(() => resolver.resolveNs(zone));
    if (names.silent !== undefined || names.denied !== undefined)
      return { problem: t`which servers ${zone} has is not known: ${names.silent ?? names.denied}` };
    if (names.records.length === 0) continue;
    const found = await Promise.all(
      names.records.map(async (server) => {
        const v4 = await find(() => resolver.resolve4(server));
        return {
          server,
          addresses: v4.records.length > 0 ? v4.records : (await find(() => resolver.resolve6(server))).records,
        };
      }),
    );
    const lost = found.filter(({ addresses }) => addresses.length === 0).map(({ server }) => server);
    return lost.length > 0
      ? { problem: t`no address is known of ${lost.join(", ")}, a server of ${zone}` }
      : [...new Set(found.flatMap(({ addresses }) => addresses))].toSorted();
  }
  return { problem: t`no zone is known that ${name} would be in` };
}

async function ask(check: DnsCheck, name: string, server: string): Promise<DnsSight> {
  // Doubled at the second try, so that both end in time.
  const resolver = new Resolver({ timeout: Math.max(1, Math.floor((check.within * 1000) / 3)), tries: 2 });
  resolver.setServers([server]);
  const none = { records: [] };
  const [v4, v6, alias, caa] = await Promise.all([
    check.alias === undefined ? find<TimedAddress>(() => resolver.resolve4(name, { ttl: true })) : none,
    check.alias === undefined ? find<TimedAddress>(() => resolver.resolve6(name, { ttl: true })) : none,
    check.alias === undefined ? undefined : find(() => resolver.resolveCname(name)),
    check.caa === undefined ? undefined : caaOf(resolver, name),
  ]);
  return { server, v4, v6, ...(alias === undefined ? {} : { alias }), ...(caa === undefined ? {} : { caa }) };
}

/** The records of the name itself or else of the nearest name above it, as far as this server knows: RFC 8659. */
async function caaOf(resolver: Resolver, name: string): Promise<Found<CaaRecord>> {
  for (let at = name; at.includes("."); at = at.slice(at.indexOf(".") + 1)) {
    const found = await find(() => resolver.resolveCaa(at) as Promise<CaaRecord[]>);
    // Above its zone a server refuses; what is asked is its to tell only inside.
    if (found.denied === "REFUSED" && at !== name) break;
    if (found.records.length > 0 || found.denied !== undefined || found.silent !== undefined) return found;
  }
  return { records: [] };
}

async function find<T>(question: () => Promise<readonly T[]>): Promise<Found<T>> {
  try {
    return { records: await question() };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    switch (code) {
      case "ENODATA":
        return { records: [] };
      case "ENOTFOUND":
        return { records: [], unknownName: true };
      case "ESERVFAIL":
      case "EREFUSED":
      case "ENOTIMP":
      case "EFORMERR":
        return { records: [], denied: code.slice(1) };
      case "ETIMEOUT":
        return { records: [], silent: t`no answer in time` };
      case "ECONNREFUSED":
        return { records: [], silent: t`connection refused` };
      default:
        return { records: [], silent: code === "" ? t`it could not be asked` : code };
    }
  }
}

export function judgeDns(check: DnsCheck, name: string, sights: readonly DnsSight[]): Judgement {
  if (sights.length === 0) return { verdict: "inconclusive", evidence: t`${name} has no server that could be asked` };
  const told = sights.flatMap((sight) =>
    ofServer(check, name, sight).map(({ verdict, what }) => ({ verdict, what: `${sight.server}: ${what}` })),
  );
  // Between servers that differ, the one that is wrong was told above if the plan says what is right.
  const sets = new Map<string, string[]>();
  for (const sight of sights)
    if (!unasked(sight)) sets.set(setOf(sight), [...(sets.get(setOf(sight)) ?? []), sight.server]);
  if (sets.size > 1)
    told.push({
      verdict: "fail",
      what: t`the servers do not agree: ${[...sets].map(([set, at]) => t`${set === "" ? t`nothing` : set} at ${at.join(", ")}`).join("; ")}`,
    });
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

function unasked({ v4, v6, alias }: DnsSight): boolean {
  return [v4, v6, ...(alias ? [alias] : [])].some(({ denied, silent }) => denied !== undefined || silent !== undefined);
}

function setOf({ v4, v6, alias }: DnsSight): string {
  return alias
    ? alias.records.map(plainName).toSorted().join(", ")
    : [...v4.records, ...v6.records]
        .map(({ address }) => canonical(address))
        .toSorted()
        .join(", ");
}

function ofServer(check: DnsCheck, name: string, sight: DnsSight): readonly Told[] {
  const { v4, v6, alias, caa } = sight;
  const asked = alias ? [alias] : [v4, v6];
  const bad = (what: string): Told => ({ verdict: "fail", what });
  const silent = [...asked, ...(caa ? [caa] : [])].find((one) => one.silent !== undefined)?.silent;
  if (silent !== undefined) return [{ verdict: "error", what: silent }];
  const denied = asked.find((one) => one.denied !== undefined)?.denied;
  if (denied !== undefined) return [bad(t`answers ${denied}`)];
  if (asked.some(({ unknownName }) => unknownName)) return [bad(t`does not know ${name} (NXDOMAIN)`)];
  const told: Told[] = [];
  if (alias) {
    if (alias.records.length === 0) told.push(bad(t`${name} is no alias`));
    else if (alias.records.length > 1 || plainName(alias.records[0] ?? "") !== plainName(check.alias ?? ""))
      told.push(bad(t`${name} is an alias of ${alias.records.join(", ")}, not of ${check.alias}`));
  } else {
    const has = [...v4.records, ...v6.records].map(({ address }) => canonical(address));
    const wanted = check.addresses?.map(canonical);
    if (has.length === 0) told.push(bad(t`${name} has no address`));
    else if (wanted !== undefined) {
      const missing = wanted.filter((address) => !has.includes(address));
      const extra = has.filter((address) => !wanted.includes(address));
      if (missing.length > 0) told.push(bad(t`${missing.join(", ")} is missing`));
      if (extra.length > 0) told.push(bad(t`leads to ${extra.join(", ")} as well, which the plan does not name`));
    }
    if (check.ipv6 && v6.records.length === 0 && has.length > 0) told.push(bad(t`${name} has no AAAA record`));
    const ttl = Math.max(0, ...[...v4.records, ...v6.records].map((record) => record.ttl));
    if (check.ttlAtMost > 0 && ttl > check.ttlAtMost)
      told.push(bad(t`others may remember it for ${ttl} s, and the plan wants ${check.ttlAtMost} s at most`));
  }
  if (caa !== undefined) {
    const problem = caaProblem(caa, check.caa ?? "");
    if (problem !== null) told.push(bad(problem));
  }
  return told;
}

const knownProperties = ["issue", "issuewild", "iodef", "contactemail", "contactphone", "issuemail", "issuevmc"];

/** Whether the records let a CA issue; where there is none, every CA may. */
function caaProblem({ records, denied }: Found<CaaRecord>, ca: string): string | null {
  if (denied !== undefined) return t`answers ${denied} when asked for CAA, and no CA issues then`;
  // Node gives each record's property as a key of its own.
  if (
    records.some(
      (record) => (record.critical & 128) !== 0 && !Object.keys(record).some((key) => knownProperties.includes(key)),
    )
  )
    return t`has a critical CAA record that CAs may not know`;
  const issuers = records.flatMap((record) =>
    typeof record.issue === "string" ? [record.issue.split(";")[0]?.trim().toLowerCase() ?? ""] : [],
  );
  if (issuers.length === 0) return null;
  return issuers.includes(ca.toLowerCase())
    ? null
    : t`CAA does not allow ${ca}: ${issuers.map((issuer) => issuer || t`nobody`).join(", ")}`;
}

function plainName(name: string): string {
  return name.replace(/\.$/, "").toLowerCase();
}

/** One spelling for each address of IPv6. */
function canonical(address: string): string {
  return isIPv6(address) ? new URL(`http://[${address}]/`).hostname.slice(1, -1) : address;
}
