import { script } from "../../../core/command.ts";
import { errorLine, type Problem } from "../../../core/errors.ts";
import type { Release } from "../../../core/release.ts";
import { t } from "../../../core/text/text.ts";
import type { Host } from "../../../hosts/host.ts";
import { prepareCheckout } from "../../../journal/steps/steps.ts";
import { repositoryOf } from "../../../plan/layout.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { presetOf } from "../../../presets/preset.ts";
import { lacksOf } from "../../../presets/tag/lacks.ts";
import { tagTree } from "../../../presets/tag/tree.ts";
import { migrateHost } from "../../deploy/deploy-order.ts";
import type { Connections } from "../../launch/connect/connect.ts";
import type { Finding } from "../finding.ts";
import { missingOn } from "./programs.ts";

/** Whether the tag holds what its installation needs, and the hosts the programs that this takes. */
export async function releaseFilesFinding(
  plan: Plan,
  { hosts }: Pick<Connections, "hosts">,
  release: Pick<Release, "id" | "tag" | "commit">,
): Promise<Finding> {
  const host = hosts.get(migrateHost(plan));
  const tree = await tagTree({ plan, host, release, directory: repositoryOf(plan) }).catch((error: unknown) => error);
  const step = prepareCheckout.id;
  // What is wrong with the repository is told by the look at it.
  if (tree instanceof Error)
    return { step, problems: [], note: t`${release.tag} could not be read: ${errorLine(tree)}` };
  const { problems, programs } = await lacksOf(plan, presetOf(plan), tree as Awaited<ReturnType<typeof tagTree>>);
  const missing = programs.length === 0 ? [] : await onEach(plan, hosts, programs);
  return {
    step,
    problems: [...problems.map((one) => ({ ...one, where: one.where ?? release.tag })), ...missing],
    note: plan.deploy.directory,
  };
}

async function onEach(plan: Plan, hosts: Connections["hosts"], programs: readonly string[]): Promise<Problem[]> {
  const found = await Promise.all(
    plan.deploy.hosts.map(async (name) => {
      const host = hosts.get(name);
      const missing = await missingOn(host, new Set(programs));
      const lfs =
        programs.includes("git-lfs") && missing.every(({ what }) => !what.startsWith("git-lfs "))
          ? await lfsProblem(host, plan)
          : [];
      return [...missing, ...lfs];
    }),
  );
  return found.flat();
}

/** git leaves pointers in place of the files where nobody ran git lfs install. */
async function lfsProblem(host: Host, plan: Plan): Promise<Problem[]> {
  const { runAs: user } = plan.deploy;
  const look = script('cd -- "$1" && git config --get filter.lfs.smudge', [repositoryOf(plan)], {
    timeoutSeconds: 60,
    ...(user === undefined ? {} : { user }),
  });
  if ((await host.attempt(look)).code === 0) return [];
  return [
    {
      code: "git-lfs-not-set-up",
      what: t`the release has files of Git LFS, and git is not set up for it`,
      where: `${host.name}:${repositoryOf(plan)}`,
      mend: t`run git lfs install there as the user that deploys (git config lfs.fetchexclude "*" where the service needs none of them)`,
    },
  ];
}
