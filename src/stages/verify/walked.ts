import type { Word } from "../../core/comments/scenarios.ts";
import type { PeoplePhase } from "../../core/comments/people-phases.ts";
import { showDuration } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { Verdict } from "../../core/verdict.ts";
import type { PeopleLine } from "../../plan/people/lines.ts";
import type { Launch } from "../launch/context.ts";
import { lineId } from "./scenarios.ts";

/** What became of a line that people tick. */
export interface Walked {
  readonly line: PeopleLine;
  readonly verdict: Verdict;
  readonly evidence: string;
}

/** A line of which nobody said anything. */
export async function recordUnsaid(
  launch: Launch,
  phase: PeoplePhase,
  { line, verdict, evidence }: Walked,
): Promise<void> {
  const step = lineId(phase, line.id);
  const facts = { verdict };
  await launch.record(
    line.required
      ? { kind: "step", step, status: "failed", note: `inconclusive: ${evidence}`, facts }
      : { kind: "step", step, status: "skipped", note: evidence, facts },
  );
}

/** How many of all, for the line that stands for them. */
export function countText(walked: readonly Walked[]): string {
  const count = (verdict: Verdict) => walked.filter((one) => one.verdict === verdict).length;
  const scenarios = walked.every(({ line }) => line.kind === "scenario");
  return [
    scenarios ? t`${count("pass")} of ${walked.length} work` : t`${count("pass")} of ${walked.length} are done`,
    ...(count("fail") > 0 ? [t`${count("fail")} do not`] : []),
    ...(count("inconclusive") > 0 ? [t`${count("inconclusive")} unsaid`] : []),
  ].join(", ");
}

/** `blind`: why nobody could be heard at the last look. */
export function verdictOn(word: Word | undefined, line: PeopleLine, blind: string | null): Walked {
  if (word?.mark === "pass") return { line, verdict: "pass", evidence: t`${word.by} says so` };
  if (word?.mark === "fail") return { line, verdict: "fail", evidence: failedText(word, line) };
  if (blind !== null)
    return { line, verdict: "inconclusive", evidence: t`what people said could not be heard: ${blind}` };
  return { line, verdict: "inconclusive", evidence: unsaidText(line) };
}

function failedText({ by, note }: Word, { kind }: PeopleLine): string {
  const why = note === undefined ? "" : `: ${note}`;
  return kind === "scenario"
    ? t`${by} says that it does not work${why}`
    : t`${by} says that it could not be done${why}`;
}

function unsaidText({ kind, required, within }: PeopleLine): string {
  if (kind === "manual")
    return required ? t`nobody said within ${showDuration(within)} that it is done` : t`nobody said that it is done`;
  return required ? t`nobody said within ${showDuration(within)} whether it works` : t`nobody said whether it works`;
}
