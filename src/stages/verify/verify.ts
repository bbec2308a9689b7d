import {
  deployStart,
  isolateOn,
  prepareChecks,
  rollbackStart,
  verifyCheck,
  verifyUnitsStill,
  type StepKind,
  titleOf,
} from "../../journal/steps/steps.ts";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { plain } from "../../checklist/markdown.ts";
import { checkTitle, type CheckContext, costOf, runCheck } from "../../checks/check.ts";
import type { PlanCheck } from "../../checks/schema.ts";
import { deferred } from "../../core/deferred.ts";
import { errorLine, type Problem, StepError, UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { type Judgement, together, type Told } from "../../core/verdict.ts";
import type { Release } from "../../core/release.ts";
import { type LaunchState, scenarioLine } from "../../journal/state.ts";
import { unitsLooks, unitsOn } from "../../services/manager.ts";
import { askPeople } from "../approval/ask.ts";
import { stayInTime } from "../launch/window-gate.ts";
import { tokenOf } from "../window/bypass.ts";
import { type Launch, requireForward } from "../launch/launch.ts";
import { migrationsOf } from "../preflight/migrations.ts";
import { askForScenarios, callOff, type Pace, walkThrough } from "./scenarios.ts";
import { waitForServers } from "../window/servers.ts";

export interface CheckResult extends Judgement {
  readonly id: string;
  readonly title: string;
  /** Of the plan: with false, what it says holds nothing up. */
  readonly required: boolean;
  /** Who takes on that nothing was concluded. */
  readonly acceptedBy?: string;
}

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
  const bad = looks.flatMap((look): Told[] =>
    "trouble" in look
      ? [{ verdict: "error", what: `${look.host}: ${errorLine(look.trouble)}` }]
      : look.run
        ? []
        : [{ verdict: "fail", what: t`not every unit runs any more on ${look.host}` }],
  );
  if (bad.length === 0 && !launch.state().steps.has(unitsLine)) return [];
  const judgement: Judgement =
    bad.length === 0
      ? {
          verdict: "pass",
          evidence: [...new Set(services.hosts.flatMap((name) => unitsOn(services, name)))].join(", "),
        }
      : together(bad);
  const result = { ...judgement, id: unitsLine, title: titleOf(verifyUnitsStill), required: true };
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

/** What asks and has its answer goes first, what waits for something to arrive beside it; what takes a host's time starts once the first have answered, or soon. */
async function inOrder<T>(checks: readonly PlanCheck[], run: (check: PlanCheck) => Promise<T>): Promise<T[]> {
  const looked = deferred<void>();
  const started = checks.map((check) =>
    costOf(check) === "work" ? looked.promise.then(() => run(check)) : run(check),
  );
  const looks = Promise.allSettled(
    started.filter((_, index) => checks[index] !== undefined && costOf(checks[index]) === "look"),
  );
  await Promise.race([looks, sleep(headStartMs)]);
  looked.resolve();
  return Promise.all(started);
}

const headStartMs = 1000;

async function verifyOne(launch: Launch, check: PlanCheck, bypass: string | undefined): Promise<CheckResult> {
  const id = verifyCheck.of(check.id).id;
  const started = performance.now();
  await launch.record({ kind: "step", step: id, status: "started" });
  launch.log.info(`${id} …`);
  const judgement = await judge(launch, check, launch.release, bypass, deployStart);
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
  launch.log.info(
    `${judgement.verdict === "pass" ? "" : check.required ? "❌ " : "⚠️ "}${id} ${judgement.verdict}: ${judgement.evidence}`,
  );
  return result;
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

/** Some of the checks against the previous release, without a record; it may have had fewer tests. */
export async function runChecks(
  launch: Launch,
  expected: Pick<Release, "tag" | "commit">,
  { leastTests, only }: { readonly leastTests: number; readonly only: readonly string[] },
): Promise<readonly CheckResult[]> {
  const bypass = await wayIn(launch);
  return inOrder(
    launch.plan.verify.checks.filter(({ id }) => only.includes(id)),
    async (check) => {
      const asked = check.kind === "smoke" ? { ...check, leastTests: Math.min(leastTests, check.leastTests) } : check;
      return {
        ...(await judge(launch, asked, expected, bypass, rollbackStart)),
        id: check.id,
        title: checkTitle(check),
        required: check.required,
      };
    },
  );
}

/** The token for checks that go past the page; the balancer has to know by then that the servers are there again. */
async function wayIn(launch: Launch): Promise<string | undefined> {
  if (
    !launch.plan.verify.checks.some(
      (check) => (check.kind === "http" && check.bypass) || (check.kind === "smoke" && check.bypassEnv !== undefined),
    )
  )
    return undefined;
  await waitForServers(launch);
  return (await tokenOf(launch)) ?? undefined;
}

async function judge(
  launch: Launch,
  check: PlanCheck,
  expected: Pick<Release, "tag" | "commit">,
  bypass: string | undefined,
  start: StepKind,
): Promise<Judgement> {
  if (check.kind === "smoke" && check.bypassEnv !== undefined && bypass === undefined)
    return { verdict: "error", evidence: t`there is no token that leads past the maintenance page` };
  try {
    return await runCheck(check, {
      plan: launch.plan,
      expected,
      hosts: launch.hosts,
      ...whenOf(launch, start),
      bypass,
      migrations: migrationsOf(launch.plan, launch.hosts, expected),
    });
  } catch (error) {
    return { verdict: "error", evidence: errorLine(error) };
  }
}

/** What the version pages said before the window, by host; nothing for one that said nothing. */
export function versionsBefore({ steps }: LaunchState): Readonly<Record<string, string>> {
  return prepareChecks.facts({ steps }).versions ?? {};
}

/** What the journal knows of when, and of what must be gone. */
export function whenOf(
  { state, run, release, signal }: Pick<Launch, "state" | "run" | "release" | "signal">,
  start: StepKind,
): Pick<CheckContext, "run" | "since" | "closedAt" | "previous" | "signal" | "startedOn"> {
  const { steps } = state();
  const started = start
    .all({ steps })
    .map(([, step]) => step.endedAt ?? step.startedAt)
    .toSorted();
  return {
    run: run.id,
    since: started.at(-1),
    closedAt: isolateOn.state({ steps })?.startedAt,
    previous: start === deployStart ? Object.values(versionsBefore(state()))[0] : release.tag,
    signal,
    startedOn: (host) => start.on(host).state({ steps })?.startedAt,
  };
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
