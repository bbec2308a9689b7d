import { isDeepStrictEqual } from "node:util";
import { readPart } from "./read-part.ts";
import { camelKeys } from "./camel-keys.ts";
import { recordSchema } from "./schema/control-schema.ts";
import { planHost } from "./schema/hosts-schema.ts";
import type { Plan, PlanHost } from "./schema/schema.ts";
import { withWay } from "./ways.ts";

/** Where the record of a service's launches lies, and how its host is reached. */
export interface RecordPlace {
  readonly host: string;
  readonly connection: PlanHost;
  readonly directory: string;
}

/**
 * Where a plan's text says that the record lies. Nothing else in it has to hold: a plan that was broken since still
 * leads to the launch it began. Null when it does not even say that.
 */
export function recordPlace(text: string): RecordPlace | null {
  const found = readPart(text, recordSchema);
  if (found === null) return null;
  const { hosts, control } = found;
  const connections = connectionsIn(hosts);
  const connection = Object.hasOwn(connections, control.host) ? connections[control.host] : undefined;
  return connection === undefined ? null : { host: control.host, connection, directory: control.directory };
}

/** The hosts of a plan's text that hold, each with the way to it. */
function connectionsIn(hosts: Readonly<Record<string, unknown>>): Record<string, PlanHost | undefined> {
  const read = Object.entries(hosts).flatMap(([name, one]) => {
    const host = planHost.safeParse(one);
    return host.success ? [[name, camelKeys(planHost, host.data)] as const] : [];
  });
  const known: Record<string, PlanHost> = Object.fromEntries(read);
  return Object.fromEntries(read.map(([name, host]) => [name, withWay(host, known)]));
}

/**
 * Whether a plan leads to a machine that another plan knows as well, by address and host key. Also when one of the two
 * does not say where its record lies: then it leads nowhere, or there is nothing to hold it to.
 */
export function leadsToKnownHost(text: string, known: string): boolean {
  const place = recordPlace(text);
  const hosts = readPart(known, recordSchema)?.hosts;
  if (place === null || hosts === undefined) return true;
  return Object.values(connectionsIn(hosts)).some((host) => isDeepStrictEqual(host, place.connection));
}

export function recordPlaceOf({ hosts, control }: Plan): RecordPlace | null {
  const connection = hosts[control.host];
  return connection === undefined ? null : { host: control.host, connection, directory: control.directory };
}

/** The same machine and folder, whatever the plans call it. */
export function samePlace(a: RecordPlace, b: RecordPlace): boolean {
  return placeName(a) === placeName(b) && a.directory === b.directory;
}

/** For people: `ops.example.org:22`, or the name of a host that is the runner itself. */
export function placeName({ host, connection }: RecordPlace): string {
  return connection.connect === "local" ? `${host} (local)` : `${connection.address}:${connection.port}`;
}
