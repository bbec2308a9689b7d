import { InternalError } from "../core/errors.ts";
import { isIPv6 } from "node:net";
import { t } from "../core/text/text.ts";
import type { RecordType, Rfc2136 } from "./schema.ts";

/** All records of one type at a name; the values as dig prints them and nsupdate reads them. */
export interface RecordSet {
  readonly type: string;
  readonly ttl: number;
  readonly values: readonly string[];
}

/** What stands at a name, as far as a change touches it. A type that is not named has no record. */
export type Records = readonly RecordSet[];

/** One answer of a server, as dig prints it. */
export interface Answer {
  readonly status: string;
  readonly authoritative: boolean;
  readonly set: RecordSet | null;
  /** How long others may remember that there is none; seconds. */
  readonly absentFor: number;
}

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

export function parseAnswer(text: string, name: string, type: string): Answer {
  const status = /^;; ->>HEADER<<- .*\bstatus: (\w+)/m.exec(text)?.[1] ?? "";
  const authoritative = / aa\b/.test(/^;; flags:([^;]*)/m.exec(text)?.[1] ?? "");
  let section = "";
  const found: { ttl: number; rdata: string }[] = [];
  let absentFor = 0;
  for (const line of text.split("\n")) {
    const begins = /^;; (\w+) (?:PSEUDO)?SECTION:/.exec(line)?.[1];
    if (begins !== undefined) section = begins;
    const [, owner = "", ttl = "", of = "", rdata = ""] = /^([^;\s]\S*)\s+(\d+)\s+IN\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (section === "ANSWER" && of === type && sameName(owner, name))
      found.push({ ttl: Number(ttl), rdata: rdata.trim() });
    if (section === "AUTHORITY" && of === "SOA") absentFor = Number(ttl);
  }
  return {
    status,
    authoritative,
    set:
      found.length === 0
        ? null
        : { type, ttl: Math.max(...found.map(({ ttl }) => ttl)), values: found.map(({ rdata }) => rdata) },
    absentFor,
  };
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

function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.replace(/\.$/, "").toLowerCase();
  return plain(one) === plain(other);
}

/**
 * Lines for nsupdate: `to` takes the place of `from` in one piece, and only if `from` is what stands there. With `from`
 * and `to` the same nothing changes, and the server says whether the key may change it. `also`: a type that counts as
 * changed though neither has it.
 */
export function updateLines(
  { zone, name, type }: Pick<Rfc2136, "zone" | "name" | "type">,
  server: { readonly name: string; readonly port: number },
  from: Records,
  to: Records,
  also: readonly string[] = [],
): string {
  const owner = `${name}.`;
  const held = typesTouched(type).flatMap((one) => {
    const set = from.find((known) => known.type === one);
    return set === undefined
      ? [`prereq nxrrset ${owner} ${one}`]
      : set.values.map((value) => `prereq yxrrset ${owner} ${one} ${value}`);
  });
  const alone = to.some((set) => set.type === "CNAME")
    ? besideNoAlias.map((one) => `prereq nxrrset ${owner} ${one}`)
    : [];
  const gone = [...new Set([...from, ...to].map((set) => set.type).concat(also))].map(
    (one) => `update delete ${owner} ${one}`,
  );
  const added = to.flatMap((set) => set.values.map((value) => `update add ${owner} ${set.ttl} ${set.type} ${value}`));
  const lines = [`server ${server.name} ${server.port}`, `zone ${zone}.`, ...held, ...alone, ...gone, ...added, "send"];
  // What the plan holds was checked when it was read; this is about what a server answered.
  if (lines.some((line) => !/^[ -~]+$/.test(line)))
    throw new InternalError(t`a record holds what no line of nsupdate can`);
  return `${lines.join("\n")}\n`;
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
