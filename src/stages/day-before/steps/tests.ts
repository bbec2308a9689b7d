import {
  dayBeforeTests,
  deployHealth,
  rollbackHealth,
  rollbackVerify,
  verifyCheck,
} from "../../../journal/steps/steps.ts";
import { showDuration } from "../../../core/text/figures.ts";
import type { Done } from "../../../core/step.ts";
import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { Launch } from "../../launch/context.ts";
import { askByDay, nightChecks } from "../../preflight/night-checks.ts";
import type { DayStep } from "../day-step.ts";
import { judged } from "../judged.ts";
import { type Measured, timed } from "../measured.ts";
import { goForward, practisedSteps } from "../practice/go-forward.ts";
import { hostsShowing } from "../practice/practice.ts";
import { withInstance } from "../trial/instance.ts";
import type { Tried } from "../trial/tried.ts";
import { tryCheck } from "../trial/try-check.ts";
import type { Migrated } from "./migrate.ts";

/**
 * The release's tests on the migrated copy, with an instance of it where the plan starts one. Handed over: ids of the
 * checks of the window that the release passes where it is tried; that instance can be asked them.
 */
export const tests = (migrated: Migrated | null, measured: Measured): DayStep<readonly string[]> => ({
  id: dayBeforeTests.id,
  async run(launch) {
    if (migrated === null) return { done: { skipped: true }, hands: [] };
    const { tried, practised } = migrated;
    const practice = practised?.practice ?? null;
    if (practice !== null) {
      const left = practisedSteps(launch, "after").filter(({ part }) => part !== "after-migrate");
      await goForward(launch, practice, left);
    }
    const seen: Launch = { ...launch, hosts: hostsShowing(launch, practice) };
    const { start } = tried.plan;
    if (!start) return { done: await testAll(seen, tried, measured), hands: [] };
    const work = async (healthy: number) => {
      noteHealth(launch.plan, healthy, measured);
      const { note } = await testAll(seen, tried, measured);
      const answered = practice === null ? [] : await answeredBy(seen, tried);
      const notes = [t`healthy after ${showDuration(healthy)}`, note];
      return { done: { note: notes.filter(Boolean).join("; ") }, hands: answered };
    };
    return withInstance(tried, start, work, launch.plan);
  },
});

/** What the window will wait for the release, and the way back for the one before. */
function noteHealth({ services }: Plan, seconds: number, measured: Measured): void {
  for (const host of services.hosts)
    for (const health of [deployHealth, rollbackHealth]) measured.set(health.on(host).id, seconds);
}

async function testAll(launch: Launch, tried: Tried, measured: Measured): Promise<Done> {
  const results: (Judgement & { readonly title: string })[] = [];
  for (const check of tried.plan.tests) {
    const result = await timed(() => tryCheck(launch, tried, check));
    results.push({ title: check.title ?? check.id, ...result });
    const same = launch.plan.verify.checks.find(
      (one) => one.kind === "smoke" && check.kind === "smoke" && one.path === check.path,
    );
    if (same) measured.set(rollbackVerify.id, result.seconds);
    if (same) measured.set(verifyCheck.of(same.id).id, result.seconds);
  }
  return judged(results, { code: "trial-test-failed", where: t`on the migrated copy`, mend: t`mend the release` });
}

/** What the release itself does not pass where it is tried says nothing about the one before. */
async function answeredBy(launch: Launch, tried: Tried): Promise<readonly string[]> {
  const checks = nightChecks(launch.plan, launch.state());
  const results = await askByDay(launch, tried, checks, launch.release);
  return results.filter(({ verdict }) => verdict === "pass").map(({ id }) => id);
}
