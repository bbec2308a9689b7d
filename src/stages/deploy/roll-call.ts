import { mapLimit } from "../../core/map-limit.ts";
import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { deployVersions } from "../../journal/steps/steps.ts";
import { strategyOf } from "../../presets/strategy.ts";
import type { Launch } from "../launch/context.ts";
import type { Step } from "../launch/run-steps.ts";
import { healthHosts } from "./deploy-order.ts";
import { healthProblem } from "./health.ts";

/** At the end every host is asked which release it has, so that none is forgotten. */
export const rollCall: Step = {
  id: deployVersions.id,
  async run(launch) {
    const { hosts, batch } = launch.plan.deploy;
    const answers = await mapLimit(hosts, batch, async (name) => ({ name, wrong: await wrongOn(launch, name) }));
    const wrong = answers.flatMap(({ name, wrong }) => (wrong === null ? [] : [{ name, wrong }]));
    if (wrong.length > 0)
      throw new UserError(
        wrong.map(({ name, wrong: what }) => ({
          code: "deploy-host-has-not-the-release",
          what,
          where: name,
          mend: t`it was deployed, and does not run the release now; look at its service`,
        })),
      );
    return { note: t`${launch.release.tag} on ${namesOf(hosts)}` };
  },
  holds: async () => false,
};

/** What is not the release's on a host, in words; null when all is. */
async function wrongOn({ plan, release, hosts }: Launch, name: string): Promise<string | null> {
  const { commit } = await strategyOf(plan).current(hosts.get(name), plan);
  if (commit !== release.commit) return t`has ${commit.slice(0, 12)}, not ${release.commit.slice(0, 12)}`;
  return healthHosts(plan).includes(name) ? healthProblem(hosts.get(name), plan, release) : null;
}

function namesOf(hosts: readonly string[]): string {
  return hosts.length === 1 ? (hosts[0] ?? "") : t`all ${hosts.length} {0:host|hosts|hosts}: ${hosts.join(", ")}`;
}
