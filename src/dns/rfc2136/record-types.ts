import { isIPv4, isIPv6 } from "node:net";
import { msg } from "../../core/text/text.ts";

const label = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
/** A whole name, without the dot at its end. */
export const fullName = new RegExp(`^(?=.{1,253}$)${label}(\\.${label})+$`, "i");
export const recordTypes = ["A", "AAAA", "CNAME", "TXT", "CAA", "MX", "SRV"] as const;
export type RecordType = (typeof recordTypes)[number];

/** What a value of a type looks like; everything that a value may hold is spelled out, since it becomes a line for nsupdate. */
export const fits: Readonly<Record<RecordType, { readonly like: string; readonly test: (value: string) => boolean }>> =
  {
    A: { like: msg`an IPv4 address`, test: isIPv4 },
    AAAA: { like: msg`an IPv6 address`, test: (value) => isIPv6(value) && /^[0-9a-f:.]+$/i.test(value) },
    CNAME: { like: msg`a whole name, without a dot at its end`, test: (value) => fullName.test(value) },
    TXT: {
      like: msg`a text of printable ASCII without " and \\`,
      test: (value) => /^[ !#-[\]-~]{1,4000}$/.test(value),
    },
    CAA: {
      like: msg`FLAGS TAG VALUE, such as: 0 issue letsencrypt.org`,
      test: (value) => /^([01]?\d?\d|2[0-4]\d|25[0-5]) [a-z0-9]{1,15} [ !#-[\]-~]{1,1000}$/i.test(value),
    },
    MX: { like: msg`PREFERENCE NAME, such as: 10 mail.example.org`, test: (value) => numbersAndName(value, 1) },
    SRV: {
      like: msg`PRIORITY WEIGHT PORT NAME, such as: 0 5 443 www.example.org`,
      test: (value) => numbersAndName(value, 3),
    },
  };

function numbersAndName(value: string, count: number): boolean {
  const words = value.split(" ");
  const target = words.at(-1) ?? "";
  return (
    words.length === count + 1 &&
    words.slice(0, count).every((word) => /^\d{1,5}$/.test(word) && Number(word) < 65536) &&
    (target === "." || fullName.test(target))
  );
}
