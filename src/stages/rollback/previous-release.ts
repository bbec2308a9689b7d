import { command } from "../../core/command.ts";
import { t } from "../../core/text/text.ts";
import { prepareChecks, rollbackVerify } from "../../journal/steps/steps.ts";
import { liveDirectory } from "../../plan/layout.ts";
import type { Previous } from "../../presets/preset.ts";
import { strategyOf } from "../../presets/strategy.ts";
import { previousOf } from "../deploy/context.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";
import { runChecks, versionsBefore } from "../verify/run-checks.ts";
import { requirePass } from "../verify/verify.ts";

/** The checks pass on the release that serves again. */
export const verified: Step = {
  id: rollbackVerify.id,
  async run(launch) {
    const first = launch.plan.deploy.hosts[0] ?? "";
    const was = await before(launch, first);
    // What the previous release could not do before the launch cannot be asked of it now, and would only be waited for.
    const bound = await bindingChecks(launch);
    const results = await runChecks(
      launch,
      { ...was, tag: versionBefore(launch, first) ?? was.tag },
      { leastTests: 1, only: bound },
    );
    requirePass(results);
    const other = launch.plan.verify.checks.map(({ id }) => id).filter((id) => !bound.includes(id));
    return {
      note: t`${bound.length} {0:check passes|checks pass|checks \
pass}${other.length > 0 ? t`; not asked of the previous release: ${other.join(", ")}` : ""}`,
    };
  },
};

/** Checks that passed on the previous release before the window, and smoke tests that are in its tree. */
async function bindingChecks({ plan, hosts, state }: Launch): Promise<string[]> {
  const passed = prepareChecks.facts(state()).passed ?? [];
  const found = await Promise.all(
    plan.verify.checks.map(async (check) => {
      if (check.kind !== "smoke") return passed.includes(check.id) ? [check.id] : [];
      const there = await hosts
        .get(check.host)
        .attempt(command("test", ["-e", `${liveDirectory(plan)}/${check.path}`]));
      return there.code === 0 ? [check.id] : [];
    }),
  );
  return found.flat();
}

/** What the version page said before the window; null when it said nothing. */
export function versionBefore(launch: Launch, host: string): string | null {
  return versionsBefore(launch.state())[host] ?? null;
}

async function before(launch: Launch, host: string): Promise<Previous> {
  return previousOf(launch, host) ?? strategyOf(launch.plan).current(launch.hosts.get(host), launch.plan);
}
