import { deployStart, isolateOn, prepareChecks, rollbackStart, type StepKind } from "../../journal/steps/steps.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { checkTitle, runCheck } from "../../checks/check.ts";
import type { CheckContext } from "../../checks/context.ts";
import { kindOf, type PlanCheck } from "../../checks/registry.ts";
import { deferred } from "../../core/deferred.ts";
import { errorLine } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Judgement } from "../../core/verdict.ts";
import type { Release } from "../../core/release.ts";
import type { LaunchState } from "../../journal/state.ts";
import { tokenOf } from "../window/bypass.ts";
import type { Launch } from "../launch/context.ts";
import { migrationsOf } from "../preflight/migrations.ts";
import { waitForServers } from "../window/servers.ts";

export interface CheckResult extends Judgement {
  readonly id: string;
  readonly title: string;
  /** Of the plan: with false, what it says holds nothing up. */
  readonly required: boolean;
  /** Who takes on that nothing was concluded. */
  readonly acceptedBy?: string;
}

/** Which release is asked, and by what it was started. */
export interface Against {
  readonly expected: Pick<Release, "tag" | "commit">;
  /** The token that leads past the maintenance page. */
  readonly bypass: string | undefined;
  readonly start: StepKind;
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
        ...(await judge(launch, asked, { expected, bypass, start: rollbackStart })),
        id: check.id,
        title: checkTitle(check),
        required: check.required,
      };
    },
  );
}

/** The token for checks that go past the page; the balancer has to know by then that the servers are there again. */
export async function wayIn(launch: Launch): Promise<string | undefined> {
  if (!launch.plan.verify.checks.some((check) => kindOf(check).goesPast?.(check) === true)) return undefined;
  await waitForServers(launch);
  return (await tokenOf(launch)) ?? undefined;
}

export async function judge(
  launch: Launch,
  check: PlanCheck,
  { expected, bypass, start }: Against,
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

/**
 * What asks and has its answer goes first, what waits for something to arrive beside it; what takes a host's time
 * starts once the first have answered, or soon.
 */
export async function inOrder<T>(checks: readonly PlanCheck[], run: (check: PlanCheck) => Promise<T>): Promise<T[]> {
  const looked = deferred<void>();
  const started = checks.map((check) =>
    kindOf(check).cost === "work" ? looked.promise.then(() => run(check)) : run(check),
  );
  const looks = Promise.allSettled(
    started.filter((_, index) => checks[index] !== undefined && kindOf(checks[index]).cost === "look"),
  );
  await Promise.race([looks, sleep(headStartMs)]);
  looked.resolve();
  return Promise.all(started);
}

const headStartMs = 1000;

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
