import { promises as dnsPromises } from "node:dns";
import { t } from "../../../core/text/text.ts";
import type { DnsCheck } from "./schema.ts";

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

type Asker = Pick<Resolver, "resolveNs" | "resolve4" | "resolve6">;

/** Addresses of the servers that the zone of a name is asked at. */
export async function authoritative(
  name: string,
  resolver: Asker,
): Promise<readonly string[] | { readonly problem: string }> {
  for (let zone = name; zone.includes("."); zone = zone.slice(zone.indexOf(".") + 1)) {
    const names = await find(() => resolver.resolveNs(zone));
    if (names.silent !== undefined || names.denied !== undefined)
      return { problem: t`which servers ${zone} has is not known: ${names.silent ?? names.denied}` };
    if (names.records.length > 0) return addressesOf(zone, names.records, resolver);
  }
  return { problem: t`no zone is known that ${name} would be in` };
}

async function addressesOf(zone: string, servers: readonly string[], resolver: Asker) {
  const found = await Promise.all(
    servers.map(async (server) => {
      const v4 = await find(() => resolver.resolve4(server));
      const either = v4.records.length > 0 ? v4 : await find(() => resolver.resolve6(server));
      return { server, addresses: either.records };
    }),
  );
  const lost = found.filter(({ addresses }) => addresses.length === 0).map(({ server }) => server);
  return lost.length > 0
    ? { problem: t`no address is known of ${lost.join(", ")}, a server of ${zone}` }
    : [...new Set(found.flatMap(({ addresses }) => addresses))].toSorted();
}

export async function askServer(check: DnsCheck, name: string, server: string): Promise<DnsSight> {
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
    return { records: [], ...foundNothing((error as NodeJS.ErrnoException).code ?? "") };
  }
}

function foundNothing(code: string): Omit<Found<never>, "records"> {
  switch (code) {
    case "ENODATA":
      return {};
    case "ENOTFOUND":
      return { unknownName: true };
    case "ESERVFAIL":
    case "EREFUSED":
    case "ENOTIMP":
    case "EFORMERR":
      return { denied: code.slice(1) };
    case "ETIMEOUT":
      return { silent: t`no answer in time` };
    case "ECONNREFUSED":
      return { silent: t`connection refused` };
    default:
      return { silent: code === "" ? t`it could not be asked` : code };
  }
}
