import { plain } from "../../checklist/markdown.ts";
import { errorLine } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { updateIssue } from "../../github/issue.ts";
import { peopleSteps, watchReport } from "../../journal/steps/steps.ts";
import { type PeopleLine, peopleLines } from "../../plan/people/lines.ts";
import type { Launch } from "../launch/context.ts";
import { sayOnce } from "../tell/say.ts";
import { listen } from "./listen.ts";
import { remind } from "./reminders.ts";
import { type Memory, noMemory } from "./scenario-answers.ts";
import { askForScenarios, lineId, post } from "./scenarios.ts";
import { countText, recordUnsaid, verdictOn } from "./walked.ts";

const phase = "after-opening";
const { all } = peopleSteps[phase];

/** Visitors are in: what is people's now is asked for. Nothing that goes wrong with it changes anything about the site. */
export async function askAfterOpening(launch: Launch): Promise<void> {
  if (peopleLines(launch.plan, phase).length === 0) return;
  await askForScenarios(launch, phase).catch((error: unknown) =>
    launch.log.warn(t`What people do once the site is open could not be asked for: ${errorLine(error)}`),
  );
}

/** What the process that looks remembers. */
export interface Hearing {
  readonly memory: Memory;
  /** ms; 0: not yet. */
  lookedAt: number;
  remindedAt: number;
  often: number;
}

export const newHearing = (): Hearing => ({ memory: noMemory(), lookedAt: 0, remindedAt: Date.now(), often: 0 });

const lookEveryMs = 60_000;

/** While the release is watched: hears people, reminds them, and says once what could not be done. Never throws. */
export async function hearAfterOpening(launch: Launch, hearing: Hearing, everyMs = lookEveryMs): Promise<void> {
  if (!isAsking(launch) || Date.now() - hearing.lookedAt < everyMs) return;
  hearing.lookedAt = Date.now();
  try {
    await post(launch, phase);
    await listen(launch, hearing.memory, [phase]);
    await tellFailed(launch);
    await pressOn(launch, hearing);
  } catch (error) {
    launch.log.warn(t`The scenarios could not be looked at: ${errorLine(error)}. It is tried again.`);
  }
}

/** Whether the site is open, and anything is not ticked that people were asked for since. */
function isAsking({ plan, state }: Launch): boolean {
  const ticked = (id: string) => state().scenarios.get(id)?.mark === "pass";
  return state().ended?.outcome === "live" && peopleLines(plan, phase).some(({ id }) => !ticked(id));
}

/** Whether the site is open, and something that has to be done since is not ticked. */
export function waitsForPeople(launch: Pick<Launch, "plan" | "state">): boolean {
  return launch.state().ended?.outcome === "live" && missing(launch).length > 0;
}

function missing({ plan, state }: Pick<Launch, "plan" | "state">): readonly PeopleLine[] {
  return peopleLines(plan, phase).filter(({ id, required }) => required && state().scenarios.get(id)?.mark !== "pass");
}

/** Somebody ticked: a checklist that was only open for that is done with. */
export async function closeWhenDone(launch: Launch): Promise<void> {
  await tellFailed(launch);
  const { plan, github, release, state, log } = launch;
  const watched = plan.watch === undefined || watchReport.state(state())?.status === "done";
  if (peopleLines(plan, phase).length === 0 || state().ended?.outcome !== "live" || !watched || waitsForPeople(launch))
    return;
  await settleLines(launch);
  await updateIssue(github, release.issue, { state: "closed", state_reason: "completed" }).catch((error: unknown) =>
    log.warn(t`The checklist could not be closed: ${errorLine(error)}`),
  );
}

/** Once for each word: a correction that fails again is told again. */
async function tellFailed(launch: Launch): Promise<void> {
  for (const { id, title } of peopleLines(launch.plan, phase)) {
    const word = launch.state().scenarios.get(id);
    if (word?.mark !== "fail") continue;
    const why = word.note === undefined ? "" : `: ${plain(word.note)}`;
    const text = launch.messages.manual.failedOpen(`- ${plain(id)} · ${plain(title)} (${plain(word.by)}${why})`);
    await sayOnce(launch, `after-opening-${id}-${word.said}`, text);
  }
}

/** Reminds within their time; when that is over it is on record, and a tick that comes later counts all the same. */
async function pressOn(launch: Launch, hearing: Hearing): Promise<void> {
  const open = missing(launch);
  const until = Date.parse(String(all.facts(launch.state()).until));
  if (Date.now() >= until || !isAsking(launch)) return settleLines(launch);
  if (open.length === 0 || Date.now() - hearing.remindedAt < launch.plan.verify.people.remind * 1000) return;
  hearing.remindedAt = Date.now();
  hearing.often += 1;
  await remind(launch, { phase, missing: open, until, often: hearing.often });
}

async function settleLines(launch: Launch): Promise<void> {
  if (all.state(launch.state())?.status === "done") return;
  const walked = peopleLines(launch.plan, phase).map((line) =>
    verdictOn(launch.state().scenarios.get(line.id), line, null),
  );
  for (const one of walked)
    if (launch.state().steps.get(lineId(phase, one.line.id))?.status === "started")
      await recordUnsaid(launch, phase, one);
  await launch.record({ kind: "step", step: all.id, status: "done", note: countText(walked) });
}
