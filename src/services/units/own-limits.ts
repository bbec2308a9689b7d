import type { Command } from "../../core/command.ts";
import { ownLimits } from "../shell/scripts.ts";
import { type Scope, unitScript } from "../../hosts/systemd/scope.ts";

const seconds: Readonly<Record<string, number>> = {
  us: 1e-6,
  ms: 1e-3,
  s: 1,
  min: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
};

/** Asks how long the units themselves may take to start and to stop. */
export function limitsCommand(scope: Scope, units: readonly string[]): Command {
  return unitScript(scope, ownLimits, units, { timeoutSeconds: 30 });
}

/** The longest of them in seconds: `1min 15s`. One that never ends says nothing, and 0 is what nothing says. */
export function longestLimit(stdout: string): number {
  return Math.max(0, ...stdout.split("\n").map(secondsOf));
}

function secondsOf(text: string): number {
  const parts = text.trim().split(/\s+/).map(partOf);
  return parts.includes(null) ? 0 : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}

function partOf(text: string): number | null {
  const [, figure = "", unit = ""] = /^([\d.]+)([a-z]+)$/.exec(text) ?? [];
  const length = seconds[unit];
  return length === undefined ? null : Number(figure) * length;
}
