import type { RecordSet } from "../kind.ts";

/** One answer of a server, as dig prints it. */
export interface Answer {
  readonly status: string;
  readonly authoritative: boolean;
  readonly set: RecordSet | null;
  /** How long others may remember that there is none; seconds. */
  readonly absentFor: number;
}

/** Reads what dig printed. */
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

function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.replace(/\.$/, "").toLowerCase();
  return plain(one) === plain(other);
}
