import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Given, UnitFiles } from "./systemd-settings.ts";

/** What `script/try settings` tells. */
interface Read {
  readonly values?: Readonly<Record<string, string>>;
  readonly skipped?: readonly string[];
  readonly problems?: readonly string[];
}

/** Names that some shells keep to themselves; it is told when one cannot be set. */
const kept = /^settings-not-set: .* (UID|EUID|PPID|SHELLOPTS|BASHOPTS) /;

/** The words of `script/try settings` for a unit's files. */
export function spelledIn(directory: string, { spelled }: UnitFiles): string[] {
  return spelled.map((file) => (file.startsWith("-") ? `-${join(directory, file.slice(1))}` : join(directory, file)));
}

/** Where golive reads something else than the unit got; null when it is all the same. */
export function differenceFrom(given: Given, read: Readonly<Record<string, unknown>>): object | null {
  const { values = {}, skipped = [], problems = [] } = read as Read;
  const unset = problems.flatMap((one) => kept.exec(one)?.[1] ?? []);
  const told = problems.filter((one) => !kept.test(one));
  const wanted = {
    values: Object.fromEntries(Object.entries(given.values).filter(([name]) => !unset.includes(name))),
    skipped: given.refused ? [] : given.skipped,
    refused: given.refused,
  };
  const got = { values, skipped, refused: told.length > 0 };
  return isDeepStrictEqual(wanted, got) ? null : { wanted, got, told };
}
