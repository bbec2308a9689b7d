import { setTimeout as sleep } from "node:timers/promises";
import { DateTime } from "luxon";
import { code } from "../../checklist/markdown.ts";
import type { Word } from "../../core/comments/scenarios.ts";
import { errorLine, UserError } from "../../core/errors.ts";
import { showDuration } from "../../core/text/figures.ts";
import { t } from "../../core/text/text.ts";
import type { Verdict } from "../../core/verdict.ts";
import { comment } from "../../github/issue.ts";
import { scenarioLine } from "../../journal/state.ts";
import { verifyPeople } from "../../journal/steps/steps.ts";
import type { Scenario } from "../../plan/schema/schema.ts";
import type { Launch } from "../launch/context.ts";
import { stayInTime } from "../launch/window-gate.ts";
import { type Memory, noMemory } from "./scenario-answers.ts";
import { listen, post } from "./scenarios.ts";

export interface Walked {
  readonly scenario: Scenario;
  readonly verdict: Verdict;
  readonly evidence: string;
}

/**
 * Seconds. `every`: between two looks, after so much waiting. `regret`: how long somebody who clicked on the wrong box
 * may take it back before it counts.
 */
export interface Pace {
  every(waited: number): number;
  readonly regret: number;
}

/** Soon at first, when people are at it; over a long night within what GitHub grants a run in an hour. */
const usualPace: Pace = { every: lookAgainAfter, regret: 20 };

function lookAgainAfter(waited: number): number {
  if (waited < 120) return 3;
  return waited < 600 ? 5 : 10;
}

/** Waits until people have said of every required scenario whether it works, as long as the plan allows since they were asked. */
export async function walkThrough(launch: Launch, pace: Pace = usualPace): Promise<readonly Walked[]> {
  const { scenarios, people } = launch.plan.verify;
  const began = Date.now();
  const blind = await untilSaid(launch, pace, began);
  const walked = scenarios.map((scenario) =>
    verdictOn(launch.state().scenarios.get(scenario.id), scenario, people.within, blind),
  );
  for (const one of walked) if (one.verdict === "inconclusive") await recordUnsaid(launch, one);
  await launch.record({
    kind: "step",
    step: verifyPeople.id,
    status: "done",
    seconds: Math.round((Date.now() - began) / 100) / 10,
    note: countText(walked),
  });
  return walked;
}

/** Looks again and again; returns why the last look could not be made, null when it could. */
async function untilSaid(launch: Launch, { every, regret }: Pace, began: number): Promise<string | null> {
  const { signal } = launch;
  const until = Date.parse(String(verifyPeople.facts(launch.state()).until));
  const memory = noMemory();
  const heardBad = new Map<string, number>();
  const tell = teller(launch, { began, until });
  for (;;) {
    await post(launch);
    const blind = await lookOnce(launch, memory);
    noteBad(launch, heardBad);
    const { missing, bad } = openOnes(launch);
    const counts = bad.some(({ id }) => Date.now() - (heardBad.get(id) ?? 0) >= regret * 1000);
    if (counts || (missing.length === 0 && bad.length === 0) || Date.now() >= until) return blind;
    if (signal.aborted)
      throw new UserError({
        code: "scenarios-cancelled",
        what: t`the run was cancelled while people walked through the scenarios`,
      });
    await stayInTime(launch);
    if (missing.length > 0) await tell(missing);
    const pause = Math.min(every((Date.now() - began) / 1000) * 1000, until - Date.now());
    await sleep(Math.max(0, pause), undefined, { signal }).catch(() => {});
  }
}

async function lookOnce(launch: Launch, memory: Memory): Promise<string | null> {
  try {
    await listen(launch, memory);
    return null;
  } catch (error) {
    launch.log.warn(t`The scenarios could not be looked at: ${errorLine(error)}. It is tried again.`);
    return errorLine(error);
  }
}

/** Since when somebody says that a scenario does not work. */
function noteBad({ plan, state }: Launch, heardBad: Map<string, number>): void {
  for (const { id } of plan.verify.scenarios) {
    if (state().scenarios.get(id)?.mark !== "fail") heardBad.delete(id);
    else if (!heardBad.has(id)) heardBad.set(id, Date.now());
  }
}

/** Required scenarios of which nothing was said, and those that do not work. */
function openOnes({ plan, state }: Launch): {
  readonly missing: readonly Scenario[];
  readonly bad: readonly Scenario[];
} {
  const needed = plan.verify.scenarios.filter(({ required }) => required);
  const markOf = ({ id }: Scenario) => state().scenarios.get(id)?.mark ?? "none";
  return {
    missing: needed.filter((one) => markOf(one) === "none"),
    bad: needed.filter((one) => markOf(one) === "fail"),
  };
}

/** Tells in the log who is waited for, and reminds them on the checklist. */
function teller(launch: Launch, { began, until }: { readonly began: number; readonly until: number }) {
  let reminded = began;
  let told = 0;
  return async (missing: readonly Scenario[]): Promise<void> => {
    if (Date.now() - reminded >= launch.plan.verify.people.remind * 1000) {
      reminded = Date.now();
      await remind(launch, missing, until);
    }
    if (Date.now() - told < tellEveryMs) return;
    told = Date.now();
    const who = missing
      .map(({ id, owners }) => `${id}${owners.length > 0 ? ` (${owners.join(", ")})` : ""}`)
      .join(", ");
    launch.log.info(t`waiting for ${who}; ${showDuration(Math.round((until - told) / 1000))} left`);
  };
}

const tellEveryMs = 15_000;

async function recordUnsaid(launch: Launch, { scenario, verdict, evidence }: Walked): Promise<void> {
  const step = scenarioLine(scenario.id);
  const facts = { verdict };
  await launch.record(
    scenario.required
      ? { kind: "step", step, status: "failed", note: `inconclusive: ${evidence}`, facts }
      : { kind: "step", step, status: "skipped", note: evidence, facts },
  );
}

function countText(walked: readonly Walked[]): string {
  const count = (verdict: Verdict) => walked.filter((one) => one.verdict === verdict).length;
  return [
    t`${count("pass")} of ${walked.length} work`,
    ...(count("fail") > 0 ? [t`${count("fail")} do not`] : []),
    ...(count("inconclusive") > 0 ? [t`${count("inconclusive")} unsaid`] : []),
  ].join(", ");
}

/** `blind`: why nobody could be heard at the last look. */
function verdictOn(word: Word | undefined, scenario: Scenario, within: number, blind: string | null): Walked {
  if (word?.mark === "pass") return { scenario, verdict: "pass", evidence: t`${word.by} says so` };
  if (word?.mark === "fail")
    return {
      scenario,
      verdict: "fail",
      evidence: t`${word.by} says that it does not work${word.note === undefined ? "" : `: ${word.note}`}`,
    };
  if (blind !== null)
    return { scenario, verdict: "inconclusive", evidence: t`what people said could not be heard: ${blind}` };
  return {
    scenario,
    verdict: "inconclusive",
    evidence: scenario.required
      ? t`nobody said within ${showDuration(within)} whether it works`
      : t`nobody said whether it works`,
  };
}

async function remind(
  { github, release, messages, log, plan }: Launch,
  missing: readonly Scenario[],
  until: number,
): Promise<void> {
  const who = [...new Set(missing.flatMap(({ owners }) => owners))].join(" ");
  const text = messages.scenarios.reminder(
    missing.map(({ id }) => code(id)).join(", "),
    DateTime.fromMillis(until, { zone: plan.timezone }).toFormat("HH:mm"),
  );
  await comment(github, release.issue, `⏰ ${who === "" ? "" : `${who}: `}${text}`).catch((error: unknown) =>
    log.warn(t`Nobody could be reminded: ${errorLine(error)}`),
  );
}
