import { dayBeforeWayBack } from "../../../journal/steps/steps.ts";
import { command } from "../../../core/command.ts";
import { InternalError, UserError } from "../../../core/errors.ts";
import { showDuration } from "../../../core/text/figures.ts";
import type { Done } from "../../../core/step.ts";
import { t } from "../../../core/text/text.ts";
import type { HttpCheck } from "../../../checks/kinds/http/schema.ts";
import type { Trial } from "../../../plan/schema/prepare-schema.ts";
import type { DeployContext, TrialSettings } from "../../../presets/preset.ts";
import type { Launch } from "../../launch/context.ts";
import type { Step } from "../../launch/run-steps.ts";
import { askByDay, calledBefore, nightChecks } from "../../preflight/night-checks.ts";
import { type Failing, judged } from "../judged.ts";
import type { Measured } from "../measured.ts";
import { beforeContext, goBack } from "../practice/go-back.ts";
import { hostsShowing, type Practice } from "../practice/practice.ts";
import { withInstance } from "../trial/instance.ts";
import { requireScratch, type Tried, triedIn } from "../trial/tried.ts";
import { tryCheck } from "../trial/try-check.ts";
import type { Built } from "./build.ts";
import type { Migrated } from "./migrate.ts";

interface Given {
  readonly built: Built | null;
  readonly migrated: Migrated | null;
  /** Ids of the checks of the window that can be asked of an instance that is tried. */
  readonly answered: readonly string[];
  readonly measured: Measured;
}

/** Forward is tried; now back, and the release before has to serve from what that leaves. */
export const wayBack = ({ built, migrated, answered, measured }: Given): Step => ({
  id: dayBeforeWayBack.id,
  async run(launch) {
    const practised = migrated?.practised ?? null;
    if (migrated === null || practised === null) return notPractised(launch, built?.unpractised ?? null);
    const { practice, unmigrated } = practised;
    const note = await goBack(launch, practice);
    const context = beforeContext(practice);
    const trial = { ...trialOf(context), database: unmigrated };
    const old = triedIn(launch, { ...context, trial }, trial, migrated.tried.scratch);
    await requireScratch(old);
    const seen: Launch = { ...launch, hosts: hostsShowing(launch, practice) };
    const questions = await questionsFor(launch, old, answered);
    const look = (healthy: number | null) => lookAtOld(seen, { old, practice, questions, healthy });
    const { start } = old.plan;
    const found = start ? await withInstance(old, start, look, launch.plan) : await look(null);
    for (const [id, seconds] of practice.measured) measured.set(id, seconds);
    return { note: joined([note, found]), facts: { practised: true } };
  },
});

/** Without a practice the plan has to say itself what becomes of its steps. */
function notPractised({ plan }: Launch, unpractised: string | null): Done {
  const why = unpractised ?? t`nothing was restored`;
  const silent = plan.deploy.steps.filter((step) => step.onRollback === undefined).map(({ id }) => id);
  if (silent.length > 0)
    throw new UserError({
      code: "way-back-unknown",
      what: t`the way back cannot be practised (${why}), and nothing says what becomes of: ${silent.join(", ")}`,
      mend: t`add on-rollback: to these steps (again, skip, or other words)`,
    });
  return { skipped: true, note: t`⚠️ not practised: ${why}` };
}

function trialOf({ trial }: DeployContext): TrialSettings {
  if (trial === undefined) throw new InternalError("the practice has no settings of a trial");
  return trial;
}

/** What the release before is asked: its own smoke tests, and what the night will ask it. */
interface Questions {
  readonly smoke: Trial["tests"];
  readonly asked: readonly HttpCheck[];
  /** Ids of what the night asks and the day cannot. */
  readonly unasked: readonly string[];
}

async function questionsFor(launch: Launch, old: Tried, answered: readonly string[]): Promise<Questions> {
  const night = nightChecks(launch.plan, launch.state());
  return {
    smoke: await smokeOf(old),
    asked: night.filter(({ id }) => answered.includes(id)),
    unasked: night.map(({ id }) => id).filter((id) => !answered.includes(id)),
  };
}

/** Smoke tests that the release before has as well. */
async function smokeOf({ plan, host, directory }: Tried): Promise<Trial["tests"]> {
  const found = await Promise.all(
    plan.tests.map(async (check) => {
      if (check.kind !== "smoke") return [];
      const there = await host.attempt(command("test", ["-e", `${directory}/${check.path}`], { timeoutSeconds: 60 }));
      return there.code === 0 ? [check] : [];
    }),
  );
  return found.flat();
}

interface Looked {
  readonly old: Tried;
  readonly practice: Practice;
  readonly questions: Questions;
  /** Seconds until it was healthy; null when none was started. */
  readonly healthy: number | null;
}

/** Throws a UserError unless the release before answers as it does where it serves. The note for the checklist. */
async function lookAtOld(launch: Launch, { old, practice, questions, healthy }: Looked): Promise<string> {
  const { smoke, asked, unasked } = questions;
  if (smoke.length === 0 && asked.length === 0) return joined([untestedText(healthy), unaskedText(unasked)]);
  const results = await Promise.all(
    smoke.map(async (check) => ({ title: check.title ?? check.id, ...(await tryCheck(launch, old, check)) })),
  );
  const pages = await askByDay(launch, old, asked, calledBefore(launch, practice.previous));
  judged([...results, ...pages], lacking());
  const passed = pages.map(({ id }) => id).join(", ");
  return joined([
    healthy === null ? "" : t`healthy after ${showDuration(healthy)}`,
    judged(results, lacking()).note,
    pages.length === 0 ? "" : t`checks of the night that pass: ${passed}`,
    unaskedText(unasked),
  ]);
}

/** Its tests pass where it serves: what it lacks here, the way back did not give it. */
function lacking(): Failing {
  return {
    code: "way-back-lacks",
    where: t`on the release before, after the way back`,
    mend: t`the way back leaves it without something that it needs: keep what steps built aside (deploy.keep), or \
have them run again (on-rollback: again)`,
  };
}

/** The release before has none of the tests: it may be half broken, and nobody looked. */
function untestedText(healthy: number | null): string {
  return healthy === null
    ? t`⚠️ nothing was asked of it: it has none of the tests of prepare.trial, and prepare.trial.start is not there`
    : t`healthy after ${showDuration(healthy)}; ⚠️ no more was asked of it: it has none of the tests of prepare.trial`;
}

function unaskedText(left: readonly string[]): string {
  if (left.length === 0) return "";
  return t`⚠️ not asked of it, since the release that is tried does not pass it: ${left.join(", ")}`;
}

function joined(parts: readonly string[]): string {
  return parts.filter(Boolean).join("; ");
}
