import type { Host } from "../hosts/host.ts";
import { byCommand } from "./command.ts";
import { shownRecords, wantedRecords } from "./records.ts";
import { byUpdate } from "./rfc2136.ts";
import type { DnsChange } from "./schema.ts";
import type { Way } from "./way.ts";

export function wayOf(host: Host, change: DnsChange): Way {
  return change.kind === "rfc2136" ? byUpdate(host, change) : byCommand(host, change);
}

/** What a change is called on the checklist. */
export function changeTitle(change: DnsChange): string {
  return (
    change.title ?? (change.kind === "rfc2136" ? `${change.name} ${shownRecords(wantedRecords(change))}` : change.id)
  );
}

export function programsOf(change: DnsChange): readonly string[] {
  return change.kind === "rfc2136"
    ? ["dig", "nsupdate"]
    : [change.current, change.change, change.status, change.back].map(([program = ""]) => program);
}
