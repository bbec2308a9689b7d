import type { Position, Problem } from "../../core/errors.ts";
import { type Language, t, withLocale } from "../../core/text/text.ts";
import { languageOf } from "../../locale/locale.ts";
import { withoutPeopleRoles } from "../people/roles.ts";
import { withoutRoles } from "../roles.ts";
import { rules, rulesAsWritten } from "../rules/rules.ts";
import { camelKeys } from "../camel-keys.ts";
import { type Plan, planSchema } from "../schema/schema.ts";
import { withWays } from "../ways.ts";
import { atMost, inOrder } from "../yaml/many-problems.ts";
import { explainIssue } from "./explain.ts";
import type { Explained, Place } from "./plan-problem.ts";

export type Judged =
  | { readonly ok: true; readonly plan: Plan; readonly language: Language }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly language: Language };

/** Whether a plan's data holds, by its schema and across its keys. What is wrong is told in the plan's own language. */
export function judge(value: object, file: string, located: (place: Place) => Position): Judged {
  const language = languageOf((value as { locale?: unknown }).locale);
  return withLocale(language, () => {
    const found = look(value);
    if (!Array.isArray(found)) return { ok: true, plan: found as Plan, language };
    const problems = inOrder(found.map((one: Explained) => problemAt(located(one.place), one)));
    return { ok: false, problems: atMost(problems, file, (problem) => problem), language };
  });
}

/** The plan, or what is wrong with it. What a rule across keys says makes sense for a plan of the right form only. */
function look(value: object): Plan | readonly Explained[] {
  if (Object.hasOwn(value, "environments")) return [ofSeveral()];
  const parsed = planSchema.safeParse(value);
  if (!parsed.success) return parsed.error.issues.flatMap((issue) => explainIssue(issue, value));
  const written = camelKeys(planSchema, parsed.data);
  const plan = withoutPeopleRoles(withoutRoles(written));
  const problems = [
    ...rulesAsWritten.flatMap((one) => one.problems(written)),
    ...rules.flatMap((one) => one.problems(plan)),
  ];
  return problems.length > 0 ? problems : withWays(plan);
}

/** Which of them is meant nobody says, and what is launched is what reviewers read. */
function ofSeveral(): Explained {
  return {
    code: "plan-of-several-environments",
    place: { path: ["environments"] },
    what: t`this is the plan of several environments, and none of them`,
    mend: t`write each with \`golive environments\`, and launch with that file as the input plan (docs/plan.md)`,
  };
}

function problemAt(position: Position, { place: _, ...told }: Explained): Problem {
  return { ...told, position };
}
