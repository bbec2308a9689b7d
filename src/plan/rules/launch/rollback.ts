import { strategyNamed } from "../../../presets/strategies/registry.ts";
import { t } from "../../../core/text/text.ts";
import { type Rule, rule } from "../rule.ts";
import { notOfTheDeploy } from "../shared.ts";

/** What the plan has to say about the way back, beyond what a schema can ask. */
export const rollbackRules: readonly Rule[] = [
  rule("rollback-step-ids-differ", {
    problems: ({ deploy, rollback }) => {
      const known = deploy.steps.map(({ id }) => id);
      const ids = rollback.steps.map(({ id }) => id);
      return ids.flatMap((id, index) =>
        known.includes(id) || ids.indexOf(id) < index
          ? [
              {
                code: "plan-step-id-twice",
                place: { path: ["rollback", "steps", index, "id"] },
                what: t`"${id}" names two steps`,
                mend: t`give one of them another id; those of deploy.steps count as well`,
              },
            ]
          : [],
      );
    },
  }),
  rule("rollback-steps-where-deployed", {
    problems: (plan) =>
      plan.rollback.steps.flatMap(({ hosts = [] }, index) =>
        hosts
          .filter((host) => host in plan.hosts && !plan.deploy.hosts.includes(host))
          .map((host) => notOfTheDeploy(["rollback", "steps", index, "hosts"], host, plan)),
      ),
  }),
  // With a directory for every release only what lies outside of it has to be kept.
  rule("kept-outside-release", {
    when: ({ deploy }) => strategyNamed(deploy.strategy).ownDirectory,
    problems: ({ deploy: { keep, shared } }) =>
      keep.flatMap((pattern, index) => {
        const outside = shared.some((name) => pattern === name || pattern.startsWith(`${name}/`));
        if (pattern.startsWith("/") || outside) return [];
        return [
          {
            code: "plan-kept-inside-release",
            place: { path: ["deploy", "keep", index] },
            what: t`"${pattern}" lies in each release's own directory, where the release before still has it`,
            mend: t`take it out; only what is under deploy.shared, or elsewhere, has to be kept`,
          },
        ];
      }),
  }),
];
