import { t } from "../../../core/text/text.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Auth } from "../../schema/fields.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";
import type { Path } from "../shared.ts";

export const keyRules: readonly Rule[] = [
  rule("keys-read-on-a-host", {
    problems: (plan) => askedWithKeys(plan).flatMap((asked) => keyProblems(plan, asked)),
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

interface AskedWithKey {
  readonly path: Path;
  readonly auth: Auth | undefined;
  readonly from: string | undefined;
}

/** What may be asked with a key that the plan names under `auth`. */
function askedWithKeys({ verify, silence, annotation }: Plan): AskedWithKey[] {
  return [
    ...verify.checks.map((check, index) => ({
      path: ["verify", "checks", index],
      auth: "auth" in check ? check.auth : undefined,
      from: "from" in check ? check.from : undefined,
    })),
    { path: ["silence"], auth: silence?.auth, from: silence?.from },
    { path: ["annotation"], auth: annotation?.auth, from: annotation?.from },
  ];
}

/** A key lies in a file on a host, so a host has to ask with it. */
function keyProblems({ deploy }: Plan, { path, auth, from }: AskedWithKey): PlanProblem[] {
  if (auth === undefined) return [];
  const place = { path: [...path, "auth"] };
  if (from === undefined)
    return [
      {
        code: "plan-key-without-host",
        place,
        what: t`the key is read on a host, and none is named that asks`,
        mend: t`add from: with that host`,
      },
    ];
  if (auth.file !== undefined || deploy.envFile !== undefined) return [];
  return [
    {
      code: "plan-settings-file-unnamed",
      place,
      what: t`the plan names no settings file that would hold the key`,
      mend: t`add file: here, or deploy.env-file`,
    },
  ];
}

/** What reads its key from the service's own settings, and from no other file. */
function readFromSettings({ prepare, verify, services }: Plan): Path[] {
  const bots = (["verify", "prepare"] as const).flatMap((phase) =>
    ({ verify, prepare })[phase].checks.flatMap(({ kind }, index): Path[] =>
      kind === "telegram-bot" ? [[phase, "checks", index]] : [],
    ),
  );
  return [
    ...prepare.access.flatMap((probe, index) => ("secret" in probe ? [["prepare", "access", index]] : [])),
    ...(prepare.keys ? [["prepare", "keys"]] : []),
    ...bots,
    ...services.pause.flatMap(({ kind }, index) => (kind === "telegram-webhook" ? [["services", "pause", index]] : [])),
  ];
}
