import { showDuration } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import { nearest } from "../../nearest.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";
import { type Path, twice } from "../shared.ts";

/** GitHub ends a job after six hours, and the rest of a launch needs some of them. */
const longestSeconds = 4 * 3600;

/** Of the plan as it is written, before logins stand in the place of roles. */
export const peopleRolesRules: readonly Rule[] = [
  rule("people-named-are-known", {
    problems: (plan) =>
      listsOf(plan).flatMap(({ path, names }) =>
        names.flatMap((name, index) =>
          name.startsWith("@") || Object.hasOwn(plan.people, name) ? [] : [unknownRole(plan, [...path, index], name)],
        ),
      ),
  }),
];

export const manualRules: readonly Rule[] = [
  rule("manual-ids-differ", { problems: ({ manual }) => twice(["manual"], manual) }),
  rule("manual-ids-not-of-scenarios", {
    problems: ({ manual, verify }) =>
      manual.flatMap(({ id }, index) =>
        verify.scenarios.some((scenario) => scenario.id === id)
          ? [
              {
                code: "plan-manual-named-like-scenario",
                place: { path: ["manual", index, "id"] },
                what: t`id "${id}" is a scenario's as well`,
                mend: t`give the step another: a comment names either of them by its id alone`,
              },
            ]
          : [],
      ),
  }),
  rule("manual-within-a-job", {
    problems: ({ manual }) =>
      manual.flatMap(({ within, phase }, index) =>
        within > longestSeconds && phase !== "after-opening"
          ? [
              {
                code: "plan-manual-outlasts-its-job",
                place: { path: ["manual", index, "within"] },
                what: t`the job that would wait ${showDuration(within)} for it ends before that`,
                mend: t`make it at most ${showDuration(longestSeconds)}`,
              },
            ]
          : [],
      ),
  }),
  rule("manual-back-asks-somebody", {
    when: ({ verify, window, manual }) =>
      verify.ask === undefined &&
      window.ask === undefined &&
      manual.some(({ phase, required, owners }) => phase === "rollback" && required && owners.length === 1),
    problems: ({ manual }) =>
      manual.flatMap(({ phase, required, owners, id }, index) =>
        phase === "rollback" && required && owners.length === 1
          ? [
              {
                code: "plan-way-back-waits-for-one",
                place: { path: ["manual", index, "owners"] },
                what: t`the way back waits for "${id}", and nobody but ${owners.join(", ")} could say that it is done`,
                mend: t`name a second owner or a substitute, or who decides instead: verify.ask: {who: ["@login"]}`,
              },
            ]
          : [],
      ),
  }),
];

interface Named {
  readonly path: Path;
  readonly names: readonly string[];
}

function listsOf({ manual, verify, window }: Plan): Named[] {
  return [
    { path: ["window", "ask", "who"], names: window.ask?.who ?? [] },
    ...manual.map(({ owners }, index) => ({ path: ["manual", index, "owners"], names: owners })),
    ...verify.scenarios.map(({ owners }, index) => ({ path: ["verify", "scenarios", index, "owners"], names: owners })),
    { path: ["verify", "ask", "who"], names: verify.ask?.who ?? [] },
  ];
}

function unknownRole({ people }: Plan, path: Path, name: string) {
  const known = Object.keys(people);
  const near = nearest(name, known);
  return {
    code: "plan-person-unknown",
    place: { path },
    what: t`"${name}" is no role of people`,
    mend: near
      ? t`did you mean "${near}"?`
      : t`a login is written with @ (${`@${name}`}); a role is mapped to logins under people, on the default branch`,
  };
}
