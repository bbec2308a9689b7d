import type { Scheduled } from "../scheduled.ts";
import { type Fire, nameOf, type Source } from "./fires.ts";
import type { Seen } from "./seen.ts";

/** Work of the plan that pauses it, if any does. */
export function pausedBy({ source }: Fire, host: string, pause: readonly Scheduled[]): Scheduled | undefined {
  return pause.find((work) => work.host === host && pauses(work, source));
}

function pauses(work: Scheduled, source: Source): boolean {
  if (work.kind === "systemd") return source.kind === "systemd" && unitNamed(work.unit) === source.unit;
  if (work.kind === "cron") return source.kind === "cron" && work.file === source.file;
  // With `only` it pauses some of them; which lines those are, the host alone knows.
  if (work.kind === "crontab")
    return source.kind === "crontab" && work.only === undefined && (work.user ?? source.user) === source.user;
  return false;
}

/** systemctl takes a name without its end for a service. */
function unitNamed(unit: string): string {
  return unit.includes(".") ? unit : `${unit}.service`;
}

/** What a line for services.pause depends on beside what it pauses. */
export interface Where {
  readonly host: string;
  /** golive is root there. */
  readonly root: boolean;
  readonly cron: Seen["cron"];
  /** Accounts that may be named. */
  mayName(source: Extract<Source, { readonly kind: "crontab" }>): boolean;
}

/** The line for services.pause that would pause it; null where nothing can. */
export function lineToPause({ source }: Fire, { host, root, cron, mayName }: Where): string | null {
  const sudo = root ? "" : ", sudo: true";
  const name = nameOf(source);
  const id = idFor(name);
  switch (source.kind) {
    case "systemd":
      return `{ kind: systemd, id: ${id}, host: ${host}, unit: ${name}${sudo} }`;
    case "cron":
      // Cronie reads files of any name, so another name pauses nothing.
      return cron === "cronie" ? null : `{ kind: cron, id: ${id}, host: ${host}, file: ${name}${sudo} }`;
    case "crontab":
      return mayName(source) ? `{ kind: crontab, id: crontab-${id}, host: ${host}, user: ${name} }` : null;
    case "line":
      return null;
  }
}

function idFor(name: string): string {
  const last = name.slice(name.lastIndexOf("/") + 1).replace(/\.timer$/, "");
  const plain = last
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "");
  return plain === "" ? "work" : plain;
}
