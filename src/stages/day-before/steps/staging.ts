import { dayBeforeStaging, verifyCheck } from "../../../journal/steps/steps.ts";
import { checksOf } from "../../../checks/registry.ts";
import { runCheck } from "../../../checks/check.ts";
import { t } from "../../../core/text/text.ts";
import { migrateHost } from "../../deploy/deploy-order.ts";
import type { Step } from "../../launch/run-steps.ts";
import { trialDirectory } from "../directories.ts";
import { judged } from "../judged.ts";
import { type Measured, timed } from "../measured.ts";
import { hostsShowing } from "../practice/practice.ts";
import type { Built } from "./build.ts";

/** The smoke tests of the window, out of the built release, against staging. */
export const staging = (built: Built | null, measured: Measured): Step => ({
  id: dayBeforeStaging.id,
  async run(launch) {
    const { plan } = launch;
    const directory = built?.context.directory ?? trialDirectory(launch);
    const context = {
      plan,
      expected: launch.release,
      hosts: hostsShowing(launch, built?.practice ?? null),
      built: { directory, env: plan.prepare.staging?.env ?? {} },
    };
    const checks = checksOf("smoke", plan.verify.checks);
    const results = await Promise.all(
      checks.map(async (check) => ({
        title: check.title ?? check.path,
        ...(await timed(() => runCheck({ ...check, host: migrateHost(plan) }, context))),
        id: check.id,
      })),
    );
    for (const { id, seconds } of results) measured.set(verifyCheck.of(id).id, seconds);
    return judged(results, { code: "staging-test-failed", where: t`against staging`, mend: t`mend the release` });
  },
});
