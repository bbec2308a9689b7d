import type { BackupEntry } from "./info.ts";

/** Names of the segments of PostgreSQL's log without which the backup cannot be brought to a consistent state. */
export function neededSegments({ archive: { start, stop }, lsn }: Pick<BackupEntry, "archive" | "lsn">): string[] {
  if (start === null || stop === null) return [];
  const perFile = 2 ** 32 / segmentBytes(start, lsn.start);
  const index = (segment: string) =>
    Number.parseInt(segment.slice(8, 16), 16) * perFile + Number.parseInt(segment.slice(16), 16);
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, "0");
  const names: string[] = [];
  for (let at = index(start); at <= index(stop); at++)
    names.push(`${stop.slice(0, 8)}${hex(Math.floor(at / perFile))}${hex(at % perFile)}`);
  return names;
}

/** initdb may have chosen another size than 16 MiB: the one that puts the position into the segment. */
function segmentBytes(segment: string, lsn: string): number {
  const position = Number.parseInt(lsn.split("/")[1] ?? "0", 16);
  const number = Number.parseInt(segment.slice(16), 16);
  const usual = 16 * 1024 * 1024;
  const sizes = [usual, ...Array.from({ length: 11 }, (_, power) => 2 ** (20 + power))];
  return sizes.find((size) => Math.floor(position / size) === number) ?? usual;
}
