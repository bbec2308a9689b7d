import { strategyNamed } from "../../../presets/strategies/registry.ts";
import { t } from "../../../core/text/text.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";
import { hostsOutside, migrateHostOf, notOfTheDeploy, twice } from "../shared.ts";

export const deployRules: readonly Rule[] = [
  rule("migrate-on-of-deploy", {
    when: ({ hosts, deploy: { migrateOn, hosts: deployed } }) =>
      migrateOn !== undefined && migrateOn in hosts && !deployed.includes(migrateOn),
    problems: ({ deploy }) => [
      {
        code: "plan-host-not-of-deploy",
        place: { path: ["deploy", "migrate-on"] },
        what: t`"${deploy.migrateOn}" is not a host of the deploy`,
        mend: t`use one of deploy.hosts: ${deploy.hosts.join(", ")}`,
      },
    ],
  }),
  rule("shared-needs-releases", {
    when: ({ deploy }) => deploy.shared.length > 0 && !strategyNamed(deploy.strategy).ownDirectory,
    problems: () => [
      {
        code: "plan-shared-without-releases",
        place: { path: ["deploy", "shared"] },
        what: t`there is one directory only, so nothing has to be shared`,
        mend: t`set strategy: releases, or take shared out`,
      },
    ],
  }),
  rule("shared-inside-release", {
    when: ({ deploy }) => strategyNamed(deploy.strategy).ownDirectory,
    problems: ({ deploy: { shared } }) => shared.flatMap((name, index) => sharedProblems(name, index, shared)),
  }),
  rule("deploy-step-ids-differ", { problems: ({ deploy }) => twice(["deploy", "steps"], deploy.steps) }),
  rule("steps-where-deployed", {
    problems: (plan) =>
      plan.deploy.steps.flatMap(({ hosts = [] }, index) =>
        hostsOutside(plan, { hosts, inside: plan.deploy.hosts, path: stepHosts(index) }).map(({ host, path }) =>
          notOfTheDeploy(path, host, plan),
        ),
      ),
  }),
  rule("steps-of-migration-where-it-runs", {
    problems: (plan) => plan.deploy.steps.flatMap((step, index) => tooEarly(plan, step, index)),
  }),
];

function stepHosts(index: number): PropertyKey[] {
  return ["deploy", "steps", index, "hosts"];
}

function sharedProblems(name: string, index: number, shared: readonly string[]): PlanProblem[] {
  const place = { path: ["deploy", "shared", index] };
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.length === 0 || parts[0] === ".git")
    return [
      {
        code: "plan-shared-is-release",
        place,
        what: t`"${name}" is the release itself`,
        mend: t`name a file or folder inside it`,
      },
    ];
  const before = shared.slice(0, index);
  const again = before.some((other) => other === name || other.startsWith(`${name}/`) || name.startsWith(`${other}/`));
  return again
    ? [{ code: "plan-shared-twice", place, what: t`"${name}" is shared already`, mend: t`take it out` }]
    : [];
}

/** Around the migration only the host that migrates has the release. */
function tooEarly(plan: Plan, { when, hosts = [] }: Plan["deploy"]["steps"][number], index: number): PlanProblem[] {
  if (when !== "before-migrate" && when !== "after-migrate") return [];
  const migrates = migrateHostOf(plan);
  const deployed = hosts.filter((host) => plan.deploy.hosts.includes(host));
  return hostsOutside(plan, { hosts: deployed, inside: [migrates], path: stepHosts(index) }).map(({ host, path }) => ({
    code: "plan-step-before-release",
    place: { path },
    what: t`"${host}" does not have the release yet when ${migrates} migrates`,
    mend: t`${migrates} goes first and alone: leave hosts out, or use when: before-start or after-start`,
  }));
}
