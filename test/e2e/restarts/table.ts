import { type Case, titleOf } from "./cases.ts";
import type { Result } from "./run-case.ts";

/** A case as one line for people, with what is wrong below it. */
export function lineOf(of: Case, { first, again, outcome, lost, acknowledged, seconds, wrong }: Result): string {
  const verdict = wrong.length === 0 ? "ok  " : "BAD ";
  const figures = `${first.padEnd(9)} +${again} ${outcome.padEnd(11)} ${lost} of ${acknowledged} lost, ${seconds} s`;
  return [`${verdict} ${titleOf(of).padEnd(34)} ${figures}`, ...wrong.map((text) => `     ${text}`)].join("\n");
}
