import { figure } from "../text/figures.ts";
import { t } from "../text/text.ts";
import type { Does, Effect } from "./effect.ts";

/** A migration of a thousand partitions is told by its first. */
const most = 8;

/** Each in words of SQL: `DROP COLUMN clients.phone`, `UPDATE bookings (1,200 rows)`. */
export function effectTexts(effects: readonly Effect[], ...kinds: readonly Does[]): string[] {
  const shown = effects.filter(({ does }) => kinds.includes(does));
  const more = shown.length - most;
  return [...shown.slice(0, most).map(effectText), ...(more > 0 ? [t`${more} more`] : [])];
}

function effectText({ words, on, rows }: Effect): string {
  const told = `${words} ${cut(on)}`;
  return rows === undefined ? told : t`${told} (${figure(rows)} {1:row|rows|rows})`;
}

function cut(name: string): string {
  return name.length > 130 ? `${name.slice(0, 130)}…` : name;
}

/** Whether nothing brings back what it did but the database of the backup. */
export function loses(effects: readonly Effect[]): boolean {
  return effects.some(({ does }) => does === "drops" || does === "rewrites");
}
