import { verifyPeople } from "../../journal/steps/steps.ts";
import { DateTime } from "luxon";
import { plain } from "../../checklist/markdown.ts";
import { renderScenarios, versionOf } from "../../checklist/scenarios.ts";
import { errorLine } from "../../core/errors.ts";
import { scenarioWords } from "../../core/comments/scenario-words.ts";
import { hear, type Word } from "../../core/comments/scenarios.ts";
import { saidAt } from "../../core/comments/said.ts";
import { t } from "../../core/text/text.ts";
import { commentsOf, talkAfter } from "../../github/comments.ts";
import { historiesOf, unreadable } from "../../github/edits.ts";
import { openComment, rewriteComment } from "../../github/issue.ts";
import { type LaunchState, scenarioLine } from "../../journal/state.ts";
import { hasWayPast } from "../../load-balancer/balancer.ts";
import type { Launch } from "../launch/context.ts";
import { answerDeaf, answerRefusals, type Memory, noMemory, rightsOf } from "./scenario-answers.ts";

/** Line of the checklist that tells of the comment. */
const line = verifyPeople.id;

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

/** The comment that people tick, unless it is there. What GitHub does not take now, the next look tries again. */
export async function post(launch: Launch): Promise<void> {
  const { release, github, log } = launch;
  if (postOf(launch.state()) !== null) return;
  try {
    const { id, node } = await openComment(github, release.issue, wanted(launch));
    await launch.record({ kind: "step", step: line, status: "started", facts: { comment: id, node } });
  } catch (error) {
    log.warn(t`The scenarios could not be posted: ${errorLine(error)}. It is tried again.`);
  }
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
    await answerDeaf(launch, memory, asked.comment, { people: comments, own: talk.own });
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
    { versions: inTime.map(versionOf), commands, before },
    may,
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

function isNew(word: Word, known: Word | undefined): boolean {
  if (known === undefined) return word.mark !== "none";
  if (known.mark === word.mark && known.by === word.by && known.said === word.said) return false;
  return (
    Date.parse(word.said) >= Date.parse(known.said) &&
    !(known.mark === word.mark && Date.parse(word.said) === Date.parse(known.said))
  );
}

/** The comment as it should read now; the same whoever writes it. */
function wanted({ plan, release, messages, state }: Launch): string {
  const until = DateTime.fromISO(verifyPeople.facts(state()).until ?? "", { zone: plan.timezone });
  const head = messages.scenarios.head(
    `${plain(plan.service)} ${plain(release.tag)}`,
    until.isValid ? until.toFormat("HH:mm") : "",
    hasWayPast(plan.loadBalancer),
  );
  return renderScenarios(release.id, plan.verify.scenarios, state().scenarios, { head, messages });
}

/** Whether the comment that people tick was posted. */
export function scenariosAsked(state: LaunchState): boolean {
  return postOf(state) !== null;
}

function postOf(state: LaunchState): { readonly comment: number; readonly node: string } | null {
  const { comment, node } = verifyPeople.facts(state);
  return comment == null || node == null ? null : { comment, node };
}

/** A browser sends other line ends, and GitHub trims. */
function sameText(a: string, b: string): boolean {
  const bare = (text: string) => text.replaceAll("\r\n", "\n").trim();
  return bare(a) === bare(b);
}
