import { IANAZone } from "luxon";
import { cronFires, type Span } from "./cron-times.ts";
import { isHarmless } from "./harmless.ts";
import type { CronLine, CronPart, KindOfJob, Seen } from "./seen.ts";
import { timerFires, propertyOf, type When } from "./timers.ts";

/** Where something is written that runs by itself: what would be named to pause it. */
export type Source =
  | { readonly kind: "systemd"; readonly unit: string }
  | { readonly kind: "cron"; readonly file: string }
  | { readonly kind: "crontab"; readonly user: string; readonly uid: number | null; readonly line: number }
  /** A line of /etc/crontab, which nothing can pause. */
  | { readonly kind: "line"; readonly file: string; readonly line: number };

/** Something that may run by itself in a while. */
export interface Fire {
  readonly when: When;
  readonly source: Source;
  readonly kinds: readonly KindOfJob[];
}

/** All that may run by itself in a while on a machine, in the order of time; what is harmless is left out. */
export function firesIn(seen: Seen, span: Span): Fire[] {
  const all = [...ofTimers(seen, span), ...(seen.cron === null ? [] : ofCron(seen, span))];
  return all
    .filter((fire) => counts(fire, seen))
    .toSorted((a, b) => (a.when.at ?? Number.POSITIVE_INFINITY) - (b.when.at ?? Number.POSITIVE_INFINITY));
}

function counts({ source, kinds }: Fire, { rotated, unattended, cron }: Seen): boolean {
  const name = nameOf(source);
  if (kinds.includes("idle") || (source.kind === "cron" && passedOver(name, cron))) return false;
  if (isHarmless(name)) return false;
  if (/(^|\/)apt-(daily-upgrade\.timer|compat)$/.test(name)) return unattended === true;
  // Most of what is rotated is told by a signal, and goes on.
  const rotates = kinds.includes("rotate") && /(^|\/)logrotate(\.timer)?$/.test(name);
  return !rotates || rotated.length > 0;
}

/** Files that cron and run-parts do not read for their names: all with a dot, or where that is cronie, some. */
function passedOver(file: string, cron: Seen["cron"]): boolean {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return cron === "cronie" ? /^[.#]|~$|\.rpm(save|orig|new)$/.test(name) : !/^[A-Za-z0-9_-]+$/.test(name);
}

export function nameOf(source: Source): string {
  switch (source.kind) {
    case "systemd":
      return source.unit;
    case "crontab":
      return source.user;
    default:
      return source.file;
  }
}

function ofTimers(seen: Seen, span: Span): Fire[] {
  return seen.timers.flatMap((timer) => {
    const when = timerFires(timer, seen, span);
    const unit = propertyOf(timer, "Id");
    if (when === null) return [];
    const kinds = seen.units.get(propertyOf(timer, "Unit")) ?? [];
    if (/^anacron\./.test(unit)) return parts(seen.parts, anacron, when);
    return [{ when, source: { kind: "systemd", unit }, kinds } as const];
  });
}

function ofCron(seen: Seen, span: Span): Fire[] {
  return seen.lines.flatMap((line) => {
    const at = cronFires(line.times, zoneOf(seen, line), span);
    if (at === null || line.kinds.includes("idle")) return [];
    const when: When = { at: at === "unknown" ? null : at, later: 0 };
    if (line.folder === "" && line.kinds.includes("anacron")) return parts(seen.parts, anacron, when);
    if (line.folder === "") return [{ when, source: sourceOf(line), kinds: line.kinds }];
    const inside = parts(seen.parts, [line.folder], when);
    const runsAnacron = seen.parts.some(({ folder, kinds }) => folder === line.folder && kinds.includes("anacron"));
    return [...inside, ...(runsAnacron ? parts(seen.parts, anacron, when) : [])];
  });
}

const anacron = ["/etc/cron.daily", "/etc/cron.weekly", "/etc/cron.monthly"];

function parts(all: readonly CronPart[], folders: readonly string[], when: When): Fire[] {
  return all
    .filter(({ folder, kinds }) => folders.includes(folder) && !kinds.includes("anacron"))
    .map(({ folder, name, kinds }) => ({ when, source: { kind: "cron", file: `${folder}/${name}` }, kinds }));
}

function sourceOf({ of, name, line, uid }: CronLine): Source {
  if (of === "user") return { kind: "crontab", user: name, uid, line };
  return name === "/etc/crontab" ? { kind: "line", file: name, line } : { kind: "cron", file: name };
}

/** Cron goes by the clock of its machine; cronie's crontabs may name another zone. */
function zoneOf({ zone, offset, cron }: Seen, line: CronLine): string {
  const named = [cron === "cronie" ? line.zone : "", zone].find((one) => one !== "" && IANAZone.isValidZone(one));
  return named ?? `UTC${offset.slice(0, 3)}:${offset.slice(3)}`;
}
