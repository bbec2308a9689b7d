import { probeKindOf } from "../../../access/registry.ts";
import { loginProblems } from "../../../checks/asking/login.ts";
import { watcherKeys } from "../../../monitoring/registry.ts";
import { workKind } from "../../../services/work/registry.ts";
import { t } from "../../../core/text/text.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";
import type { Path } from "../shared.ts";

export const keyRules: readonly Rule[] = [
  rule("keys-read-on-a-host", {
    problems: askedWithKeys,
  }),
  rule("keys-have-a-settings-file", {
    when: ({ deploy }) => deploy.envFile === undefined,
    problems: (plan) =>
      readFromSettings(plan).map((path) => ({
        code: "plan-settings-file-unnamed",
        place: { path },
        what: t`the plan names no settings file that would hold the key`,
        mend: t`add deploy.env-file`,
      })),
  }),
];

/** What is told to rest may be asked with a key that the plan names under `auth`. */
function askedWithKeys(plan: Plan): PlanProblem[] {
  return watcherKeys.flatMap((key) =>
    loginProblems({ auth: plan[key]?.auth, from: plan[key]?.from }, plan).map(({ path, ...problem }) => ({
      ...problem,
      place: { path: [key, ...path] },
    })),
  );
}

/** What reads its key from the service's own settings, and from no other file. */
function readFromSettings({ prepare, services }: Plan): Path[] {
  return [
    ...prepare.access.flatMap((probe, index) =>
      probeKindOf(probe).readsSettings ? [["prepare", "access", index]] : [],
    ),
    ...(prepare.keys ? [["prepare", "keys"]] : []),
    ...services.pause.flatMap((work, index) => (workKind(work).readsSettings ? [["services", "pause", index]] : [])),
  ];
}
