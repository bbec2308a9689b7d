import { deployStart, verifyCheck, verifyUnitsStill, stepTitle } from "../../journal/steps/steps.ts";
import { performance } from "node:perf_hooks";
import { plain } from "../../checklist/markdown.ts";
import { checkTitle } from "../../checks/check.ts";
import type { PlanCheck } from "../../checks/registry.ts";
import { errorLine, type Problem, StepError, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { type Judgement, together, type Told } from "../../core/verdict.ts";
import { scenarioLine } from "../../journal/state.ts";
import { unitsLooks, unitsOn } from "../../services/manager.ts";
import { askPeople } from "../approval/ask.ts";
import { stayInTime } from "../launch/window-gate.ts";
import type { Launch } from "../launch/context.ts";
import { requireForward } from "../launch/guards.ts";
import { askForScenarios, callOff } from "./scenarios.ts";
import { type Pace, walkThrough } from "./walk-through.ts";
import { type CheckResult, inOrder, judge, wayIn } from "./run-checks.ts";

/** Whether the site may open as far as this goes. */
export function stands({ verdict, required, acceptedBy }: CheckResult): boolean {
  return verdict === "pass" || !required || (verdict !== "fail" && acceptedBy !== undefined);
}

/** Ids of the lines that have to be done before the site opens. */
export function required({
  plan: {
    verify: { checks, scenarios },
  },
  state,
}: Launch): string[] {
  // Only there when it was not well.
  const units = state().steps.has(unitsLine) ? [unitsLine] : [];
  return [
    ...units,
    ...checks.filter((check) => check.required).map(({ id }) => verifyCheck.of(id).id),
    ...scenarios.filter((scenario) => scenario.required).map(({ id }) => scenarioLine(id)),
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
  const { checks, scenarios } = launch.plan.verify;
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
    [
      ...results,
      ...walked.map(({ scenario, ...judgement }) => ({
        ...judgement,
        id: scenarioLine(scenario.id),
        title: `${scenario.id}: ${scenario.title}`,
        required: scenario.required,
      })),
    ],
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

/** Nothing required failed, and something of it was not concluded: whether that is enough is for a person to say, by name. */
async function withoutDoubt(
  launch: Launch,
  results: readonly CheckResult[],
  everySeconds?: number,
): Promise<readonly CheckResult[]> {
  const { ask } = launch.plan.verify;
  const open = results.filter((result) => !stands(result));
  if (ask === undefined || open.length === 0 || open.some(({ verdict }) => verdict === "fail")) return results;
  const said = await askPeople(launch, {
    who: ask.who,
    text: (until) =>
      launch.messages.doubt.ask(
        plain(launch.release.tag),
        open.map((result) => `${plain(result.title)}: ${plain(noteOf(result))}`),
        until,
      ),
    answers: ["accept", "back"],
    atMost: ask.atMost,
    ...(everySeconds === undefined ? {} : { everySeconds }),
  });
  if (said === null) return results;
  if (said.answer === "back") {
    await launch.record({ kind: "note", text: t`${said.by} says to go back` });
    return results;
  }
  // What the checks said stays as it is; that it is enough is the person's word.
  for (const result of open)
    await launch.record({
      kind: "step",
      step: result.id,
      status: "done",
      note: `${noteOf(result)}; ${launch.messages.doubt.accepted(said.by)}`,
      facts: { verdict: result.verdict, acceptedBy: said.by },
    });
  await launch.record({
    kind: "note",
    text: t`${said.by} opens the site although it could not be told of ${open.map(({ id }) => id).join(", ")} whether it works`,
  });
  return results.map((result) => (open.includes(result) ? { ...result, acceptedBy: said.by } : result));
}

/** Throws a StepError unless the site may open. */
export function requirePass(results: readonly CheckResult[]): void {
  const bad = results.filter((result) => !stands(result));
  if (bad.length === 0) return;
  throw new StepError("verify", new UserError(bad.map(problemOf)));
}

function noteOf({ verdict, evidence, required }: CheckResult): string {
  const said = verdict === "pass" || verdict === "fail" ? evidence : `${verdict}: ${evidence}`;
  return required || verdict === "pass" ? said : t`${said} (not required)`;
}

function problemOf(result: CheckResult): Problem {
  const what = `${result.title}: ${noteOf(result)}`;
  if (result.verdict === "fail")
    return { code: "check-failed", what, mend: t`the release does not do what the plan expects of it` };
  return {
    code: "check-inconclusive",
    what,
    mend: t`nothing was measured, which is not a pass; mend the check or what it asks`,
  };
}
