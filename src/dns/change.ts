import type { Host } from "../hosts/host.ts";
import type { HostNeeds } from "../hosts/needs.ts";
import type { Way, ZoneServers } from "./kind.ts";
import { changeKind, type DnsChange } from "./registry.ts";

export type { Before, Way } from "./kind.ts";
export type { DnsChange } from "./registry.ts";

export function wayOf(host: Host, change: DnsChange, zoneServers: ZoneServers): Way {
  return changeKind(change).open(host, change, zoneServers);
}

/** What a change is called on the checklist. */
export function changeTitle(change: DnsChange): string {
  return change.title ?? changeKind(change).name(change);
}

export function changeNeeds(change: DnsChange): HostNeeds {
  return changeKind(change).needs(change);
}
