import { issueUrl, repositoryUrl } from "../github/runs.ts";
import { noReturnOf } from "../checklist/render.ts";
import { approvedText } from "../core/approved.ts";
import { t } from "../core/text/text.ts";
import { awaitsComment } from "../stages/approval/approval.ts";
import { migrateHost } from "../stages/deploy/deploy-order.ts";
import type { Plan } from "../plan/schema/schema.ts";
import type { Launch } from "../stages/launch/context.ts";
import { preflight } from "../stages/preflight/preflight.ts";
import { type Action, common } from "./runner/action.ts";
import { askedInputs, askedOf } from "./gate.ts";
import { cannotPromise } from "../plan/engine/promises.ts";

/** The host that goes first, and the others as the matrix of a workflow that gives each a job of its own. */
function fanOut(plan: Plan): Record<string, string> {
  const first = migrateHost(plan);
  const host = plan.deploy.hosts.filter((name) => name !== first);
  return { "first-host": first, matrix: host.length === 0 ? "" : JSON.stringify({ host }) };
}

function summaryOf({ plan, release, state, messages }: Launch, url: string): string {
  const { tag, commit, digest, issue } = release;
  const said = t`## ${plan.service} ${tag} is ready for its window

The checklist is [#${issue}](${url}). The plan's digest is \`${digest.slice(0, 16)}\`; \
what is approved is this plan at commit \`${commit.slice(0, 12)}\` and no other.

**Point of no return:** ${noReturnOf(state(), messages)}.
`;
  return `${said}${notPromised(plan)}`;
}

/** What whoever approves it takes on, where the plan's engine or balancer cannot do all that others do. */
function notPromised(plan: Plan): string {
  return cannotPromise(plan)
    .map((what) => t`\n**Not promised:** ${what}.\n`)
    .join("");
}

export const action: Action = {
  inputs: { ...common, ...askedInputs, tag: { required: true }, digest: {} },
  outputs: ["launch", "release", "issue", "gate", "watch", "first-host", "matrix"],
  async run(context, inputs) {
    const launch = await preflight(context, { ...askedOf(inputs), digest: inputs.digest ?? "" });
    try {
      const { id, tag, commit, digest, issue } = launch.release;
      const policy = launch.state().plan?.policy ?? "";
      const url = issueUrl(repositoryUrl(context.github), issue);
      context.log.info(t`The checklist is ${url}`);
      return {
        outputs: {
          launch: approvedText({ tag, commit, policy, digest }),
          release: id,
          issue: String(issue),
          gate: awaitsComment(launch) ? "comment" : "environment",
          watch: String(launch.plan.watch !== undefined),
          ...fanOut(launch.plan),
        },
        summary: summaryOf(launch, url),
      };
    } finally {
      await launch.close();
    }
  },
};
