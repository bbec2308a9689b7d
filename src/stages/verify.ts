import { performance } from "node:perf_hooks";
import { checkTitle, type CheckContext, runCheck } from "../checks/check.ts";
import { errorLine, StepError, UserError } from "../core/errors.ts";
import type { Judgement, Verdict } from "../core/verdict.ts";
import type { Release } from "../core/release.ts";
import type { LaunchState } from "../journal/state.ts";
import { stayInTime } from "./gate.ts";
import { tokenOf } from "./bypass.ts";
import { type Launch, requireForward } from "./launch.ts";
import { migrationsOf } from "./migrations.ts";
import { waitForServers } from "./servers.ts";

export interface CheckResult extends Judgement {
  readonly id: string;
  readonly title: string;
}

/** Ids of the lines that have to be done before the site opens. */
export function required({ plan }: Launch): string[] {
  return plan.verify.checks.map((check) => `verify.${check.id}`);
}

/** Runs every check of the plan at the same time; all results are on record even when one fails. */
export async function verify(launch: Launch): Promise<readonly CheckResult[]> {
  await requireForward(launch);
  await stayInTime(launch);
  const bypass = await wayIn(launch);
  const results = await Promise.all(
    launch.plan.verify.checks.map(async (check): Promise<CheckResult> => {
      const id = `verify.${check.id}`;
      const started = performance.now();
      await launch.record({ kind: "step", step: id, status: "started" });
      launch.log.info(`${id} …`);
      const judgement = await judge(launch, check, launch.release, bypass, "deploy.start");
      const seconds = Math.round(performance.now() - started) / 1000;
      await launch.record({ kind: "step", step: id, status: judgement.verdict === "pass" ? "done" : "failed", seconds, note: noteOf(judgement), facts: { verdict: judgement.verdict } });
      launch.log.info(`${judgement.verdict === "pass" ? "" : "❌ "}${id} ${judgement.verdict}: ${judgement.evidence}`);
      return { ...judgement, id, title: checkTitle(check) };
    }),
  );
  return results;
}

/** Throws a StepError unless every verdict is `pass`. */
export function requirePass(results: readonly CheckResult[]): void {
  const bad = results.filter(({ verdict }) => verdict !== "pass");
  if (bad.length === 0) return;
  throw new StepError("verify", new UserError(bad.map((result) => ({ what: `${result.title}: ${noteOf(result)}`, mend: mendOf(result.verdict) }))));
}

/** The same checks against the previous release, without a record; it may have had fewer tests. */
export async function runChecks(launch: Launch, expected: Pick<Release, "tag" | "commit">, { leastTests }: { leastTests: number }): Promise<readonly CheckResult[]> {
  const bypass = await wayIn(launch);
  return Promise.all(
    launch.plan.verify.checks.map(async (check) => {
      const asked = check.kind === "smoke" ? { ...check, "least-tests": Math.min(leastTests, check["least-tests"]) } : check;
      return { ...(await judge(launch, asked, expected, bypass, "rollback.start")), id: check.id, title: checkTitle(check) };
    }),
  );
}

/** The token for checks that go past the page; the balancer has to know by then that the servers are there again. */
async function wayIn(launch: Launch): Promise<string | undefined> {
  if (!launch.plan.verify.checks.some((check) => (check.kind === "http" && check.bypass) || (check.kind === "smoke" && check["bypass-env"] !== undefined))) return undefined;
  await waitForServers(launch);
  return (await tokenOf(launch)) ?? undefined;
}

async function judge(launch: Launch, check: Launch["plan"]["verify"]["checks"][number], expected: Pick<Release, "tag" | "commit">, bypass: string | undefined, start: "deploy.start" | "rollback.start"): Promise<Judgement> {
  if (check.kind === "smoke" && check["bypass-env"] !== undefined && bypass === undefined) return { verdict: "error", evidence: "there is no token that leads past the maintenance page" };
  try {
    return await runCheck(check, { plan: launch.plan, expected, hosts: launch.hosts, ...whenOf(launch, start), bypass, migrations: migrationsOf(launch.plan, launch.hosts, expected) });
  } catch (error) {
    return { verdict: "error", evidence: errorLine(error) };
  }
}

/** What the version pages said before the window, by host; nothing for one that said nothing. */
export function versionsBefore({ steps }: LaunchState): Readonly<Record<string, string>> {
  return (steps.get("prepare.checks")?.facts.versions ?? {}) as Readonly<Record<string, string>>;
}

/** What the journal knows of when, and of what must be gone. */
export function whenOf({ state, run, release, signal }: Pick<Launch, "state" | "run" | "release" | "signal">, start: "deploy.start" | "rollback.start"): Pick<CheckContext, "run" | "since" | "closedAt" | "previous" | "signal" | "startedOn"> {
  const { steps } = state();
  const started = [...steps].filter(([id]) => id.startsWith(`${start}@`)).map(([, step]) => step.endedAt ?? step.startedAt).toSorted();
  return { run: run.id, since: started.at(-1), closedAt: steps.get("isolate.on")?.startedAt, previous: start === "deploy.start" ? Object.values(versionsBefore(state()))[0] : release.tag, signal, startedOn: (host) => steps.get(`${start}@${host}`)?.startedAt };
}

function noteOf({ verdict, evidence }: Judgement): string {
  return verdict === "pass" || verdict === "fail" ? evidence : `${verdict}: ${evidence}`;
}

function mendOf(verdict: Verdict): string {
  return verdict === "fail" ? "the release does not do what the plan expects of it" : "nothing was measured, which is not a pass; mend the check or what it asks";
}
