import { setTimeout as sleep } from "node:timers/promises";
import { DateTime } from "luxon";
import { code, plain } from "../checklist/markdown.ts";
import { commandOf, renderScenarios, versionOf } from "../checklist/scenarios.ts";
import { showDuration } from "../core/figures.ts";
import { errorLine, UserError } from "../core/errors.ts";
import { mayWrite } from "../core/permission.ts";
import { type Command, hear, type Refusal, type Word } from "../core/scenarios.ts";
import { t } from "../core/text.ts";
import type { Verdict } from "../core/verdict.ts";
import { talkAfter } from "../github/comments.ts";
import { versionsOf } from "../github/edits.ts";
import { comment, openComment, rewriteComment } from "../github/issue.ts";
import { permissionOf } from "../github/said.ts";
import { type LaunchState, scenarioLine } from "../journal/state.ts";
import type { Scenario } from "../plan/schema.ts";
import { stayInTime } from "./gate.ts";
import type { Launch } from "./launch.ts";

/** Line of the checklist that tells of the comment. */
const line = "verify.people";

export interface Walked {
  readonly scenario: Scenario;
  readonly verdict: Verdict;
  readonly evidence: string;
}

/** What a process remembers between two looks at the comment. */
interface Memory {
  readonly permissions: Map<string, Promise<string>>;
  readonly answered: Set<string>;
}

/** Seconds. `every`: between two looks, after so much waiting. `regret`: how long somebody who clicked on the wrong box may take it back before it counts. */
export interface Pace {
  every(waited: number): number;
  readonly regret: number;
}

/** Soon at first, when people are at it; over a long night within what GitHub grants a run in an hour. */
const usualPace: Pace = { every: (waited) => (waited < 120 ? 3 : waited < 600 ? 5 : 10), regret: 20 };

/** More answers than this to ticks that do not count would only be noise; the boxes are put back all the same. */
const mostAnswers = 20;

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
  const memory: Memory = { permissions: new Map(), answered: new Set() };
  const began = Date.now();
  const until = Date.parse(String(launch.state().steps.get(line)?.facts.until));
  const heardBad = new Map<string, number>();
  let reminded = began;
  let told = 0;
  for (;;) {
    await post(launch);
    await listen(launch, memory).catch((error: unknown) =>
      log.warn(t`The scenarios could not be looked at: ${errorLine(error)}. It is tried again.`),
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
      throw new UserError({ what: t`the run was cancelled while people walked through the scenarios` });
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
    verdictOn(launch.state().scenarios.get(scenario.id), scenario, people.within),
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
export async function listen(
  launch: Launch,
  memory: Memory = { permissions: new Map(), answered: new Set() },
): Promise<boolean> {
  const { plan, release, github, state } = launch;
  const { scenarios } = plan.verify;
  const asked = postOf(state());
  if (asked === null) return false;
  const [versions, talk] = await Promise.all([
    versionsOf(github, asked.node),
    talkAfter(github, release.issue, asked.comment),
  ]);
  if (versions === null) {
    await launch.record({
      kind: "note",
      text: t`the comment with the scenarios was deleted; another one is posted, and what was said stays`,
    });
    const next = await openComment(github, release.issue, wanted(launch));
    await launch.record({ kind: "step", step: line, status: "started", facts: { comment: next.id, node: next.node } });
    return true;
  }
  const { ended } = state();
  const over = ended === null ? Number.POSITIVE_INFINITY : Date.parse(ended.at);
  const inTime = versions.filter(({ at }, index) => index === 0 || Date.parse(at) <= over);
  const commands = talk.people.flatMap(({ author, body, at, edited }): Command[] => {
    const said = commandOf(body);
    return said === null || edited || Date.parse(at) > over ? [] : [{ at, by: author, ...said }];
  });
  const may = await rights(launch, memory, [
    ...inTime.flatMap(({ by }) => (by === null ? [] : [by])),
    ...commands.map(({ by }) => by),
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
  let news = false;
  for (const word of words.values()) {
    if (!isNew(word, state().scenarios.get(word.scenario))) continue;
    await launch.record({ kind: "scenario", ...word });
    news = true;
  }
  const late = versions.length > inTime.length && versions.slice(inTime.length).some(({ by }) => by !== null);
  await answer(launch, memory, asked.comment, refused, talk.own, late);
  const text = wanted(launch);
  if (sameText(versions.at(-1)?.body ?? "", text)) return news;
  await rewriteComment(github, asked.comment, text);
  return news;
}

function verdictOn(word: Word | undefined, scenario: Scenario, within: number): Walked {
  if (word?.mark === "pass") return { scenario, verdict: "pass", evidence: t`${word.by} says so` };
  if (word?.mark === "fail")
    return {
      scenario,
      verdict: "fail",
      evidence: t`${word.by} says that it does not work${word.note === undefined ? "" : `: ${word.note}`}`,
    };
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

/** Who may say something of a scenario: who has write permission, of those the plan names if it names any. */
async function rights(
  { plan, github }: Launch,
  { permissions }: Memory,
  logins: readonly string[],
): Promise<(login: string, scenario: string) => boolean> {
  const owners = new Map(
    plan.verify.scenarios.map((scenario) => [
      scenario.id,
      scenario.owners.map((owner) => owner.slice(1).toLowerCase()),
    ]),
  );
  const found = new Map<string, string>();
  for (const login of new Set(logins)) {
    if (!permissions.has(login))
      permissions.set(
        login,
        permissionOf(github, login).catch(
          (error: unknown) => (permissions.delete(login), Promise.reject(error as Error)),
        ),
      );
    found.set(login, (await permissions.get(login)) ?? "none");
  }
  return (login, scenario) => {
    const named = owners.get(scenario) ?? [];
    return mayWrite(found.get(login) ?? "none") && (named.length === 0 || named.includes(login.toLowerCase()));
  };
}

/** A word why to whoever ticked what does not count; once, also over several processes. */
async function answer(
  { github, release, plan, messages, log }: Launch,
  { answered }: Memory,
  post: number,
  refused: readonly Refusal[],
  own: readonly string[],
  late: boolean,
): Promise<void> {
  const mark = (key: string) => `<!-- golive:put-back=${post} ${key} -->`;
  for (const body of own)
    for (const { 1: key = "" } of body.matchAll(/<!-- golive:put-back=(.*?) -->/g)) answered.add(key);
  const lines = refused.filter(({ key }) => !answered.has(`${post} ${key}`));
  const texts = [
    ...lines.map(({ by, scenario, why, key }) => ({
      key,
      text: `@${by}: ${messages.scenarios.refused[why](
        code(scenario),
        plan.verify.scenarios
          .find(({ id }) => id === scenario)
          ?.owners.map((owner) => plain(owner))
          .join(", ") ?? "",
      )}`,
    })),
    ...(late && !answered.has(`${post} late`) ? [{ key: "late", text: messages.scenarios.late }] : []),
  ];
  if (texts.length === 0 || [...answered].length >= mostAnswers) return;
  for (const { key } of texts) answered.add(`${post} ${key}`);
  await comment(github, release.issue, texts.map(({ key, text }) => `${mark(key)}\n${text}`).join("\n\n")).catch(
    (error: unknown) => log.warn(t`It could not be said why ticks were put back: ${errorLine(error)}`),
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
    plan["load-balancer"].bypass !== undefined,
  );
  return renderScenarios(release.id, plan.verify.scenarios, state().scenarios, head, messages);
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
