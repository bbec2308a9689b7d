import { versionOf } from "../../checklist/scenarios.ts";
import type { PeoplePhase } from "../../core/comments/people-phases.ts";
import { saidAt } from "../../core/comments/said.ts";
import { scenarioWords } from "../../core/comments/scenario-words.ts";
import { type Command, hear, type Refusal, type Word } from "../../core/comments/scenarios.ts";
import { t } from "../../core/text/text.ts";
import { commentsOf, talkAfter } from "../../github/comments.ts";
import { historiesOf, unreadable } from "../../github/edits.ts";
import { openComment, rewriteComment } from "../../github/issue.ts";
import type { LaunchState } from "../../journal/state.ts";
import { peopleSteps } from "../../journal/steps/steps.ts";
import { peopleLines, phaseOfLine } from "../../plan/people/lines.ts";
import type { Launch } from "../launch/context.ts";
import { answerDeaf, answerRefusals, type Memory, noMemory, rightsOf } from "./scenario-answers.ts";
import { askedPhases, lineId, type Post, postOf, wanted } from "./scenarios.ts";

/**
 * Looks at everything people ever did to the comments and wrote below them: what counts goes on record, what does not is
 * put back, with a word why. What is there to be seen is never trusted, only who did what. Returns whether something new
 * went on record. Without `phases`: those that were asked for.
 */
export async function listen(
  launch: Launch,
  memory: Memory = noMemory(),
  phases: readonly PeoplePhase[] = askedPhases(launch.state()),
): Promise<boolean> {
  let news = false;
  for (const phase of phases) {
    const asked = postOf(launch.state(), phase);
    if (asked !== null && (await listenTo(launch, memory, { phase, asked }))) news = true;
  }
  return news;
}

/** The lines of a phase, and the comment in which they are ticked. */
interface Asked {
  readonly phase: PeoplePhase;
  readonly asked: Post;
}

async function listenTo(launch: Launch, memory: Memory, { phase, asked }: Asked): Promise<boolean> {
  const { plan, release, github, state } = launch;
  const talk = await talkAfter(github, release.issue, asked.comment);
  const histories = await historiesOf(github, [asked.node, ...talk.people.map(({ node }) => node)]);
  const history = histories.get(asked.node) ?? null;
  if (history === null) return postAgain(launch, phase);
  const comments = commentsOf(talk.people, histories);
  if (history.edits === null) {
    await answerDeaf(launch, memory, asked.comment, { people: comments, own: talk.own });
    throw unreadable();
  }
  const { versions } = history;
  const over = endOfHearing(state(), phase);
  const inTime = versions.filter(({ at }, index) => index === 0 || Date.parse(at) <= over);
  const said = comments.filter((one) => Date.parse(saidAt(one)) <= over).map(scenarioWords);
  const { commands, refused: notHeard } = partOf(
    launch,
    { phase, asked },
    {
      commands: said.flatMap((one) => one.commands),
      refused: said.flatMap((one) => one.refused),
    },
  );
  const { may, entitled } = await rightsOf(launch, memory, [
    ...inTime.flatMap(({ by }) => (by === null ? [] : [by])),
    ...[...commands, ...notHeard].map(({ by }) => by),
  ]);
  const posted = Date.parse(versions[0]?.at ?? "");
  const ids = peopleLines(plan, phase).map(({ id }) => id);
  const before = [...state().scenarios.values()].filter(
    ({ scenario, said: at }) => ids.includes(scenario) && Date.parse(at) < posted,
  );
  const { words, refused } = hear(ids, { versions: inTime.map(versionOf), commands, before }, may);
  const news = await recordNew(launch, memory, phase, [...words.values()]);
  const lateTick = versions.length > inTime.length && versions.slice(inTime.length).some(({ by }) => by !== null);
  const lateWord = comments.some((one) => Date.parse(one.createdAt) > over && scenarioWords(one).commands.length > 0);
  await answerRefusals(launch, memory, asked.comment, {
    refused: [...refused, ...notHeard],
    late: lateTick || lateWord,
    own: talk.own,
    entitled,
  });
  const text = wanted(launch, phase);
  if (sameText(versions.at(-1)?.body ?? "", text)) return news;
  await rewriteComment(github, asked.comment, text);
  return news;
}

async function postAgain(launch: Launch, phase: PeoplePhase): Promise<true> {
  await launch.record({
    kind: "note",
    text: t`the comment with the scenarios was deleted; another one is posted, and what was said stays`,
  });
  const { id, node } = await openComment(launch.github, launch.release.issue, wanted(launch, phase));
  await launch.record({
    kind: "step",
    step: peopleSteps[phase].all.id,
    status: "started",
    facts: { comment: id, node },
  });
  return true;
}

/** From when on nothing counts any more; ms. What is asked of people once the site is open outlives the launch. */
function endOfHearing({ ended }: LaunchState, phase: PeoplePhase): number {
  if (ended === null || (phase === "after-opening" && ended.outcome === "live")) return Number.POSITIVE_INFINITY;
  return Date.parse(ended.at);
}

/**
 * What of people's words is for the lines of this phase. A word on another phase's line is heard there; one that is not
 * asked for yet is answered so, and one that nobody knows is answered once: by the last phase whose comment stood above it.
 */
function partOf(
  { plan, state }: Launch,
  { phase, asked }: Asked,
  said: { readonly commands: readonly Command[]; readonly refused: readonly Refusal[] },
): { readonly commands: readonly Command[]; readonly refused: readonly Refusal[] } {
  const posted = askedPhases(state());
  const later = posted.flatMap((one) => postOf(state(), one)?.comment ?? []).filter((one) => one > asked.comment);
  const last = ({ comment = 0 }: { readonly comment?: number }) => later.every((one) => comment < one);
  const whose = ({ scenario }: Command) => phaseOfLine(plan, scenario);
  const early = said.commands.filter((one) => {
    const other = whose(one);
    return other !== null && !posted.includes(other) && last(one);
  });
  return {
    commands: said.commands.filter((one) => whose(one) === phase || (whose(one) === null && last(one))),
    refused: [...said.refused.filter(last), ...early.map(notYet)],
  };
}

function notYet({ at, by, scenario, mark, comment }: Command): Refusal {
  const key = `${at} ${by} ${scenario} ${mark}`;
  return { key, by, scenario, why: "not-yet", ...(comment === undefined ? {} : { comment }) };
}

/** Puts on record what is new. What its author may do is looked up once more, as the last look may be long ago. */
async function recordNew(launch: Launch, memory: Memory, phase: PeoplePhase, words: readonly Word[]): Promise<boolean> {
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
  for (const word of counting) {
    const line = phase === "before-opening" ? {} : { line: lineId(phase, word.scenario) };
    await launch.record({ kind: "scenario", ...line, ...word });
  }
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

/** A browser sends other line ends, and GitHub trims. */
function sameText(a: string, b: string): boolean {
  const bare = (text: string) => text.replaceAll("\r\n", "\n").trim();
  return bare(a) === bare(b);
}
