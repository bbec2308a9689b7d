import { isIPv6 } from "node:net";
import { t } from "../../core/text/text.ts";
import type { Records } from "../kind.ts";
import type { RecordType } from "./record-types.ts";
import type { Rfc2136 } from "./schema.ts";

/** An alias stands alone: whatever takes its place, or whose place it takes, changes with it. */
export function typesTouched(type: RecordType): readonly string[] {
  return type === "CNAME" ? ["CNAME", "A", "AAAA"] : [type, "CNAME"];
}

/** Beside these a server quietly ignores an alias, after it took the addresses away. 64 and 65 are SVCB and HTTPS. */
export const besideNoAlias = ["TXT", "MX", "CAA", "SRV", "NS", "TYPE64", "TYPE65"];

export function wantedRecords({ type, ttl, records }: Pick<Rfc2136, "type" | "ttl" | "records">): Records {
  return [{ type, ttl, values: records.map((value) => presented(type, value)) }];
}

function presented(type: RecordType, value: string): string {
  const words = value.split(" ");
  switch (type) {
    case "A":
      return value;
    case "AAAA":
      return canonicalAddress(value);
    case "TXT":
      return (value.match(/.{1,255}/g) ?? []).map((part) => `"${part}"`).join(" ");
    case "CAA":
      return `${words[0]} ${words[1]?.toLowerCase()} "${words.slice(2).join(" ")}"`;
    case "CNAME":
    case "MX":
    case "SRV":
      return value.endsWith(".") ? value : `${value}.`;
  }
}

export function sameRecords(one: Records, other: Records): boolean {
  return canonical(one) === canonical(other);
}

function canonical(records: Records): string {
  return JSON.stringify(
    records
      .map(({ type, ttl, values }) => [
        type,
        ttl,
        [...new Set(values.map((value) => canonicalValue(type, value)))].toSorted(),
      ])
      .toSorted(),
  );
}

function canonicalValue(type: string, value: string): string {
  switch (type) {
    case "AAAA":
      return canonicalAddress(value);
    case "TXT":
      return [...value.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, part]) => part).join("");
    case "CAA":
      return value.replace(/^(\d+)\s+(\S+)\s+/, (_, flags: string, tag: string) => `${flags} ${tag.toLowerCase()} `);
    default:
      return value.toLowerCase().replace(/\s+/g, " ");
  }
}

function canonicalAddress(address: string): string {
  return isIPv6(address) ? new URL(`http://[${address}]/`).hostname.slice(1, -1) : address;
}

/** For people: one line. */
export function shownRecords(records: Records): string {
  const brief = (value: string) => (value.length > 60 ? `${value.slice(0, 57)}…` : value);
  return records.length === 0
    ? "nothing"
    : records
        .map(({ type, ttl, values }) => t`${type} ${values.map(brief).toSorted().join(", ")} (TTL ${ttl} s)`)
        .join("; ");
}
