import { deployStart, verifyCheck, verifyUnitsStill, stepTitle } from "../../journal/steps/steps.ts";
import { performance } from "node:perf_hooks";
import { checkTitle } from "../../checks/check.ts";
import type { PlanCheck } from "../../checks/registry.ts";
import { errorLine } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { type Judgement, together, type Told } from "../../core/verdict.ts";
import { scenarioLine } from "../../journal/state.ts";
import { peopleLines } from "../../plan/people/lines.ts";
import { unitsLooks, unitsOn } from "../../services/manager.ts";
import { stayInTime } from "../launch/window-gate.ts";
import type { Launch } from "../launch/context.ts";
import { requireForward } from "../launch/guards.ts";
import { withoutDoubt } from "./doubt.ts";
import { noteOf, peopleResult, stands } from "./judged.ts";
import { askForScenarios, callOff } from "./scenarios.ts";
import { type Pace, walkThrough } from "./walk-through.ts";
import { type CheckResult, inOrder, judge, wayIn } from "./run-checks.ts";

export { requirePass, stands } from "./judged.ts";

/** Ids of the lines that have to be done before the site opens. */
export function required({
  plan: {
    verify: { checks },
  },
  plan,
  state,
}: Launch): string[] {
  // Only there when it was not well.
  const units = state().steps.has(unitsLine) ? [unitsLine] : [];
  return [
    ...units,
    ...checks.filter((check) => check.required).map(({ id }) => verifyCheck.of(id).id),
    ...peopleLines(plan, "before-opening")
      .filter((line) => line.required)
      .map(({ id }) => scenarioLine(id)),
  ];
}

const unitsLine = verifyUnitsStill.id;

/**
 * What decides about the opening: the plan's checks and scenarios, and, when these are through, that the units still
 * run. A process manager that died meanwhile may leave something behind that answers, and not for long.
 */
export async function verifyRelease(launch: Launch): Promise<readonly CheckResult[]> {
  const results = await verify(launch);
  return results.every(stands) ? [...results, ...(await unitsStill(launch))] : results;
}

async function unitsStill(launch: Launch): Promise<CheckResult[]> {
  const { services } = launch.plan;
  const looks = await unitsLooks(launch.hosts, services);
  const bad = looks.flatMap((look): Told[] => {
    if ("trouble" in look) return [{ verdict: "error", what: `${look.host}: ${errorLine(look.trouble)}` }];
    return look.run ? [] : [{ verdict: "fail", what: t`not every unit runs any more on ${look.host}` }];
  });
  if (bad.length === 0 && !launch.state().steps.has(unitsLine)) return [];
  const judgement: Judgement =
    bad.length === 0
      ? {
          verdict: "pass",
          evidence: [...new Set(services.hosts.flatMap((name) => unitsOn(services, name)))].join(", "),
        }
      : together(bad);
  const result = { ...judgement, id: unitsLine, title: stepTitle(verifyUnitsStill), required: true };
  await launch.record({
    kind: "step",
    step: unitsLine,
    status: judgement.verdict === "pass" ? "done" : "failed",
    note: noteOf(result),
    facts: { verdict: judgement.verdict },
  });
  launch.log.info(
    `${judgement.verdict === "pass" ? "" : "❌ "}${unitsLine} ${judgement.verdict}: ${judgement.evidence}`,
  );
  return [result];
}

/**
 * Every check of the plan, and people's scenarios beside them. All results are on record even when one fails; people
 * are waited for as long as nothing required has failed. Where something required stays open, the people that the plan
 * names are asked.
 */
export async function verify(launch: Launch, pace?: Pace): Promise<readonly CheckResult[]> {
  await requireForward(launch);
  await stayInTime(launch);
  const { checks } = launch.plan.verify;
  const scenarios = peopleLines(launch.plan, "before-opening");
  const bypass = await wayIn(launch);
  const [results] = await Promise.all([
    inOrder(checks, (check) => verifyOne(launch, check, bypass)),
    scenarios.length > 0 ? askForScenarios(launch) : undefined,
  ]);
  const failed = results.some((result) => result.verdict === "fail" && !stands(result));
  if (scenarios.length > 0 && failed) await callOff(launch);
  const walked = scenarios.length === 0 || failed ? [] : await walkThrough(launch, pace);
  return withoutDoubt(
    launch,
    [...results, ...walked.map((one) => peopleResult("before-opening", one))],
    pace?.every(0),
  );
}

async function verifyOne(launch: Launch, check: PlanCheck, bypass: string | undefined): Promise<CheckResult> {
  const id = verifyCheck.of(check.id).id;
  const started = performance.now();
  await launch.record({ kind: "step", step: id, status: "started" });
  launch.log.info(`${id} …`);
  const judgement = await judge(launch, check, { expected: launch.release, bypass, start: deployStart });
  const result = { ...judgement, id, title: checkTitle(check), required: check.required };
  const seconds = Math.round(performance.now() - started) / 1000;
  await launch.record({
    kind: "step",
    step: id,
    status: judgement.verdict === "pass" ? "done" : "failed",
    seconds,
    note: noteOf(result),
    facts: { verdict: judgement.verdict, ...(check.required ? {} : { required: false }) },
  });
  launch.log.info(`${markOf(result)}${id} ${judgement.verdict}: ${judgement.evidence}`);
  return result;
}

function markOf({ verdict, required: isRequired }: CheckResult): string {
  if (verdict === "pass") return "";
  return isRequired ? "❌ " : "⚠️ ";
}
