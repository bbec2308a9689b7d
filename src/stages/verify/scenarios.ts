import { verifyPeople } from "../../journal/steps/steps.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { DateTime } from "luxon";
import { code, plain } from "../../checklist/markdown.ts";
import { renderScenarios, versionOf } from "../../checklist/scenarios.ts";
import { showDuration } from "../../core/text/figures.ts";
import { errorLine, UserError } from "../../core/errors.ts";
import { scenarioWords } from "../../core/comments/scenario-words.ts";
import { hear, type Word } from "../../core/comments/scenarios.ts";
import { saidAt } from "../../core/comments/said.ts";
import { t } from "../../core/text/text.ts";
import type { Verdict } from "../../core/verdict.ts";
import { commentsOf, talkAfter } from "../../github/comments.ts";
import { historiesOf, unreadable } from "../../github/edits.ts";
import { comment, openComment, rewriteComment } from "../../github/issue.ts";
import { type LaunchState, scenarioLine } from "../../journal/state.ts";
import type { Scenario } from "../../plan/schema/schema.ts";
import { stayInTime } from "../launch/window-gate.ts";
import type { Launch } from "../launch/launch.ts";
import { answerDeaf, answerRefusals, type Memory, noMemory, rightsOf } from "./scenario-answers.ts";

/** Line of the checklist that tells of the comment. */
const line = verifyPeople.id;

export interface Walked {
  readonly scenario: Scenario;
  readonly verdict: Verdict;
  readonly evidence: string;
}

/** Seconds. `every`: between two looks, after so much waiting. `regret`: how long somebody who clicked on the wrong box may take it back before it counts. */
export interface Pace {
  every(waited: number): number;
  readonly regret: number;
}

/** Soon at first, when people are at it; over a long night within what GitHub grants a run in an hour. */
const usualPace: Pace = { every: (waited) => (waited < 120 ? 3 : waited < 600 ? 5 : 10), regret: 20 };

/** Posts the comment that people tick, or goes on with the one of this launch. What GitHub does not take now, the next look tries again. */
export async function askForScenarios(launch: Launch): Promise<void> {
  const { scenarios, people } = launch.plan.verify;
  for (const { id, required } of scenarios) {
    const { status, facts } = launch.state().steps.get(scenarioLine(id)) ?? {};
    // Nobody came last time: now it is asked for anew.
    if (status === undefined || facts?.verdict === "inconclusive")
      await launch.record({
        kind: "step",
        step: scenarioLine(id),
        status: "started",
        facts: { verdict: null, ...(required ? {} : { required }) },
      });
  }
  await launch.record({
    kind: "step",
    step: line,
    status: "started",
    facts: { until: DateTime.now().plus({ seconds: people.within }).toISO() },
  });
  await post(launch);
}

async function post(launch: Launch): Promise<void> {
  const { release, github, log } = launch;
  if (postOf(launch.state()) !== null) return;
  try {
    const { id, node } = await openComment(github, release.issue, wanted(launch));
    await launch.record({ kind: "step", step: line, status: "started", facts: { comment: id, node } });
  } catch (error) {
    log.warn(t`The scenarios could not be posted: ${errorLine(error)}. It is tried again.`);
  }
}

/** Waits until people have said of every required scenario whether it works, as long as the plan allows since they were asked. */
export async function walkThrough(launch: Launch, { every, regret }: Pace = usualPace): Promise<readonly Walked[]> {
  const { plan, log, signal } = launch;
  const { scenarios, people } = plan.verify;
  const memory = noMemory();
  const began = Date.now();
  const until = Date.parse(String(launch.state().steps.get(line)?.facts.until));
  const heardBad = new Map<string, number>();
  let blind: string | null = null;
  let reminded = began;
  let told = 0;
  for (;;) {
    await post(launch);
    blind = await listen(launch, memory).then(
      () => null,
      (error: unknown) => {
        log.warn(t`The scenarios could not be looked at: ${errorLine(error)}. It is tried again.`);
        return errorLine(error);
      },
    );
    const words = launch.state().scenarios;
    for (const { id } of scenarios) {
      if (words.get(id)?.mark !== "fail") heardBad.delete(id);
      else if (!heardBad.has(id)) heardBad.set(id, Date.now());
    }
    const missing = scenarios.filter(
      ({ id, required }) => required && !["pass", "fail"].includes(words.get(id)?.mark ?? ""),
    );
    const bad = scenarios.filter(({ id, required }) => required && words.get(id)?.mark === "fail");
    const counts = bad.some(({ id }) => Date.now() - (heardBad.get(id) ?? 0) >= regret * 1000);
    if (counts || (missing.length === 0 && bad.length === 0) || Date.now() >= until) break;
    if (signal.aborted)
      throw new UserError({
        code: "scenarios-cancelled",
        what: t`the run was cancelled while people walked through the scenarios`,
      });
    await stayInTime(launch);
    if (missing.length > 0 && Date.now() - reminded >= people.remind * 1000) {
      reminded = Date.now();
      await remind(launch, missing, until);
    }
    if (missing.length > 0 && Date.now() - told >= 15_000) {
      told = Date.now();
      log.info(
        t`waiting for ${missing.map(({ id, owners }) => `${id}${owners.length > 0 ? ` (${owners.join(", ")})` : ""}`).join(", ")}; ${showDuration(Math.round((until - told) / 1000))} left`,
      );
    }
    await sleep(Math.max(0, Math.min(every((Date.now() - began) / 1000) * 1000, until - Date.now())), undefined, {
      signal,
    }).catch(() => {});
  }
  const walked = scenarios.map((scenario) =>
    verdictOn(launch.state().scenarios.get(scenario.id), scenario, people.within, blind),
  );
  for (const { scenario, verdict, evidence } of walked) {
    if (verdict !== "inconclusive") continue;
    await launch.record(
      scenario.required
        ? {
            kind: "step",
            step: scenarioLine(scenario.id),
            status: "failed",
            note: `inconclusive: ${evidence}`,
            facts: { verdict },
          }
        : { kind: "step", step: scenarioLine(scenario.id), status: "skipped", note: evidence, facts: { verdict } },
    );
  }
  const count = (verdict: Verdict) => walked.filter((one) => one.verdict === verdict).length;
  await launch.record({
    kind: "step",
    step: line,
    status: "done",
    seconds: Math.round((Date.now() - began) / 100) / 10,
    note: [
      t`${count("pass")} of ${walked.length} work`,
      ...(count("fail") > 0 ? [t`${count("fail")} do not`] : []),
      ...(count("inconclusive") > 0 ? [t`${count("inconclusive")} unsaid`] : []),
    ].join(", "),
  });
  return walked;
}

/** The checks failed already: nobody needs to walk through anything. */
export async function callOff(launch: Launch): Promise<void> {
  for (const { id } of launch.plan.verify.scenarios)
    if (launch.state().steps.get(scenarioLine(id))?.status === "started")
      await launch.record({ kind: "step", step: scenarioLine(id), status: "skipped", note: t`a check failed before` });
  await launch.record({ kind: "step", step: line, status: "skipped", note: t`a check failed before` });
}

/**
 * Looks at everything people ever did to the comment and wrote below it: what counts goes on record, what does not is
 * put back, with a word why. What is there to be seen is never trusted, only who did what. Returns whether something new
 * went on record.
 */
export async function listen(launch: Launch, memory: Memory = noMemory()): Promise<boolean> {
  const { plan, release, github, state } = launch;
  const { scenarios } = plan.verify;
  const asked = postOf(state());
  if (asked === null) return false;
  const talk = await talkAfter(github, release.issue, asked.comment);
  const histories = await historiesOf(github, [asked.node, ...talk.people.map(({ node }) => node)]);
  const history = histories.get(asked.node) ?? null;
  if (history === null) {
    await launch.record({
      kind: "note",
      text: t`the comment with the scenarios was deleted; another one is posted, and what was said stays`,
    });
    const next = await openComment(github, release.issue, wanted(launch));
    await launch.record({ kind: "step", step: line, status: "started", facts: { comment: next.id, node: next.node } });
    return true;
  }
  const comments = commentsOf(talk.people, histories);
  if (history.edits === null) {
    await answerDeaf(launch, memory, asked.comment, comments, talk.own);
    throw unreadable();
  }
  const { versions } = history;
  const { ended } = state();
  const over = ended === null ? Number.POSITIVE_INFINITY : Date.parse(ended.at);
  const inTime = versions.filter(({ at }, index) => index === 0 || Date.parse(at) <= over);
  const said = comments.filter((one) => Date.parse(saidAt(one)) <= over).map(scenarioWords);
  const commands = said.flatMap((one) => one.commands);
  const notHeard = said.flatMap((one) => one.refused);
  const { may, entitled } = await rightsOf(launch, memory, [
    ...inTime.flatMap(({ by }) => (by === null ? [] : [by])),
    ...[...commands, ...notHeard].map(({ by }) => by),
  ]);
  const posted = Date.parse(versions[0]?.at ?? "");
  const before = [...state().scenarios.values()].filter(({ said }) => Date.parse(said) < posted);
  const { words, refused } = hear(
    scenarios.map(({ id }) => id),
    inTime.map(versionOf),
    commands,
    may,
    before,
  );
  const news = await recordNew(launch, memory, [...words.values()]);
  const lateTick = versions.length > inTime.length && versions.slice(inTime.length).some(({ by }) => by !== null);
  const lateWord = comments.some((one) => Date.parse(one.createdAt) > over && scenarioWords(one).commands.length > 0);
  await answerRefusals(launch, memory, asked.comment, {
    refused: [...refused, ...notHeard],
    late: lateTick || lateWord,
    own: talk.own,
    entitled,
  });
  const text = wanted(launch);
  if (sameText(versions.at(-1)?.body ?? "", text)) return news;
  await rewriteComment(github, asked.comment, text);
  return news;
}

/** Puts on record what is new. What its author may do is looked up once more, as the last look may be long ago. */
async function recordNew(launch: Launch, memory: Memory, words: readonly Word[]): Promise<boolean> {
  const { state } = launch;
  const found = words.filter((word) => isNew(word, state().scenarios.get(word.scenario)));
  if (found.length === 0) return false;
  for (const { by } of found) memory.permissions.delete(by);
  const { may } = await rightsOf(
    launch,
    memory,
    found.map(({ by }) => by),
  );
  const counting = found.filter(({ by, scenario }) => may(by, scenario));
  for (const word of counting) await launch.record({ kind: "scenario", ...word });
  return counting.length > 0;
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

function isNew(word: Word, known: Word | undefined): boolean {
  if (known === undefined) return word.mark !== "none";
  if (known.mark === word.mark && known.by === word.by && known.said === word.said) return false;
  return (
    Date.parse(word.said) >= Date.parse(known.said) &&
    !(known.mark === word.mark && Date.parse(word.said) === Date.parse(known.said))
  );
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

/** The comment as it should read now; the same whoever writes it. */
function wanted({ plan, release, messages, state }: Launch): string {
  const until = DateTime.fromISO(String(state().steps.get(line)?.facts.until ?? ""), { zone: plan.timezone });
  const head = messages.scenarios.head(
    `${plain(plan.service)} ${plain(release.tag)}`,
    until.isValid ? until.toFormat("HH:mm") : "",
    plan.loadBalancer.bypass !== undefined,
  );
  return renderScenarios(release.id, plan.verify.scenarios, state().scenarios, head, messages);
}

/** Whether the comment that people tick was posted. */
export function scenariosAsked(state: LaunchState): boolean {
  return postOf(state) !== null;
}

function postOf(state: LaunchState): { readonly comment: number; readonly node: string } | null {
  const { comment: id, node } = state.steps.get(line)?.facts ?? {};
  return typeof id === "number" && typeof node === "string" ? { comment: id, node } : null;
}

/** A browser sends other line ends, and GitHub trims. */
function sameText(a: string, b: string): boolean {
  const bare = (text: string) => text.replaceAll("\r\n", "\n").trim();
  return bare(a) === bare(b);
}
