import type { Problem as Asked } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { presetNamed } from "../../presets/registry.ts";
import { strategyNamed } from "../../presets/strategies/registry.ts";
import type { CustomStep } from "../../presets/schema.ts";
import type { Explained } from "../explain.ts";
import type { Plan } from "../schema/schema.ts";

type Problem = Explained & { readonly mend: string };

/** What the plan has to say about the way back, beyond what a schema can ask. */
export function rollbackProblems(plan: Plan): Problem[] {
  return [...sameIds(plan), ...strangers(plan), ...keptProblems(plan)];
}

/** Whether the day before tries a step, forward and back. */
export function practised({ prepare, deploy }: Plan, step: CustomStep): boolean {
  if (prepare.trial === undefined || presetNamed(deploy.preset).noPractice() !== null) return false;
  const first = deploy.migrateOn ?? deploy.hosts[0] ?? "";
  return step.practice && step.when !== "after-start" && (step.hosts ?? [first]).includes(first);
}

/** Steps of which nobody knows what becomes of them: what they built would stay, or the release before would lack it. */
export function stepsUnsaid(plan: Plan, file: string): Asked[] {
  return plan.deploy.steps
    .filter((step) => step.onRollback === undefined && !practised(plan, step))
    .map((step) => ({
      code: "on-rollback-unsaid",
      what: t`nothing says what becomes of the step "${step.id}" on the way back`,
      where: `${file}: deploy.steps`,
      mend: t`add on-rollback: again (run once more in the release before), skip, or other words; the day before can find out for steps it may try (prepare.trial)`,
    }));
}

function sameIds({ deploy, rollback }: Plan): Problem[] {
  const known = deploy.steps.map(({ id }) => id);
  return rollback.steps.flatMap(({ id }, index) =>
    known.includes(id) || rollback.steps.findIndex((other) => other.id === id) < index
      ? [
          {
            place: { path: ["rollback", "steps", index, "id"] },
            what: t`"${id}" names two steps`,
            mend: t`give one of them another id; those of deploy.steps count as well`,
          },
        ]
      : [],
  );
}

function strangers({ deploy, rollback, hosts }: Plan): Problem[] {
  return rollback.steps.flatMap((step, index) =>
    (step.hosts ?? [])
      .filter((host) => host in hosts && !deploy.hosts.includes(host))
      .map((host) => ({
        place: { path: ["rollback", "steps", index, "hosts"] },
        what: t`"${host}" is not a host of the deploy`,
        mend: t`use some of: ${deploy.hosts.join(", ")}`,
      })),
  );
}

/** With a directory for every release only what lies outside of it has to be kept. */
function keptProblems({ deploy }: Plan): Problem[] {
  if (!strategyNamed(deploy.strategy).ownDirectory) return [];
  return deploy.keep.flatMap((pattern, index) => {
    const shared = deploy.shared.some((name) => pattern === name || pattern.startsWith(`${name}/`));
    if (pattern.startsWith("/") || shared) return [];
    return [
      {
        place: { path: ["deploy", "keep", index] },
        what: t`"${pattern}" lies in each release's own directory, where the release before still has it`,
        mend: t`take it out; only what is under deploy.shared, or elsewhere, has to be kept`,
      },
    ];
  });
}
