import { plain } from "../../checklist/markdown.ts";
import { errorLine, UserError } from "../../core/errors.ts";
import type { Done } from "../../core/step.ts";
import { t } from "../../core/text/text.ts";
import { peopleSteps } from "../../journal/steps/steps.ts";
import { peopleLines } from "../../plan/people/lines.ts";
import { askPeople } from "../approval/ask.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";
import { notDone, waitFor } from "../verify/hold.ts";
import { noteOf, stands } from "../verify/judged.ts";
import type { CheckResult } from "../verify/run-checks.ts";
import { askForScenarios, lineId } from "../verify/scenarios.ts";

const phase = "rollback";
const { all } = peopleSteps[phase];

/** People can begin with what is theirs while the rest goes back. A way back never fails for it. */
export async function askAhead(launch: Launch): Promise<void> {
  if (peopleLines(launch.plan, phase).length === 0 || launch.github.away || isDone(launch)) return;
  await askForScenarios(launch, phase).catch((error: unknown) =>
    launch.log.warn(t`People could not be asked for what is theirs on the way back: ${errorLine(error)}`),
  );
}

/**
 * Before the site opens again. It goes on with a tick of each required line, or by the word of whoever decides; without
 * either the way back stops here, with the page up and everybody told, and is tried again as any other that failed.
 */
export function peopleBack(launch: Launch): readonly Step[] {
  return peopleLines(launch.plan, phase).length === 0 ? [] : [holdBack];
}

const holdBack: Step = {
  id: all.id,
  async run(launch): Promise<Done> {
    if (launch.github.away) return leaveToKeyboard(launch);
    await askForScenarios(launch, phase);
    const results = await waitFor(launch, { phase, stay: async () => {} });
    const open = results.filter((result) => !stands(result));
    const by = open.length === 0 ? null : await decided(launch, open);
    if (open.length > 0 && by === null)
      throw new UserError(
        notDone(results, t`tick it once it is done, and start the workflow Roll back again: it goes on from here`),
      );
    const done = t`${results.length - open.length} of ${results.length} are done`;
    return { note: by === null ? done : `${done}; ${launch.messages.doubt.accepted(by)}` };
  },
};

function isDone({ state }: Launch): boolean {
  return all.state(state())?.status === "done";
}

/** Whoever the plan asks otherwise decides here as well. Returns who takes it on; null without an answer. */
async function decided(launch: Launch, open: readonly CheckResult[]): Promise<string | null> {
  const { verify, window } = launch.plan;
  const ask = verify.ask ?? window.ask;
  if (ask === undefined) return null;
  const lines = open.map((result) => `- ${plain(result.title)}: ${plain(noteOf(result))}`).join("\n");
  const said = await askPeople(launch, {
    who: ask.who,
    text: (until) => launch.messages.manual.askBack(plain(launch.release.tag), lines, until),
    answers: ["accept"],
    atMost: ask.atMost,
  });
  if (said === null) return null;
  for (const result of open)
    await launch.record({
      kind: "step",
      step: result.id,
      status: "done",
      note: `${noteOf(result)}; ${launch.messages.doubt.accepted(said.by)}`,
      facts: { verdict: result.verdict, acceptedBy: said.by },
    });
  return said.by;
}

/** GitHub is gone, so nobody can tick: whoever sits at the keyboard is told what is left, and decides by going on. */
async function leaveToKeyboard(launch: Launch): Promise<Done> {
  const lines = peopleLines(launch.plan, phase).filter(
    ({ id }) => launch.state().steps.get(lineId(phase, id))?.status !== "done",
  );
  const note = t`GitHub was gone, so nobody could be asked; ${launch.run.actor} was told at the keyboard`;
  for (const { id, title } of lines) {
    launch.log.warn(t`People do this on the way back, and golive cannot ask them: ${id}: ${title}`);
    await launch.record({ kind: "step", step: lineId(phase, id), status: "skipped", note });
  }
  return { note };
}
