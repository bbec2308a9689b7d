import { IANAZone } from "luxon";
import { t } from "../../../core/text/text.ts";
import { timedPhases } from "../../../core/window/window.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Plan } from "../../schema/schema.ts";
import { minutesFrom, plannedTimes } from "../../window-times.ts";
import { type Rule, rule } from "../rule.ts";

export const windowRules: readonly Rule[] = [
  rule("timezone-known", {
    when: ({ timezone }) => !IANAZone.isValidZone(timezone),
    problems: ({ timezone }) => [
      {
        code: "plan-timezone-unknown",
        place: { path: ["timezone"] },
        what: t`"${timezone}" is not a time zone`,
        mend: t`use an IANA name such as Europe/Moscow`,
      },
    ],
  }),
  rule("window-has-length", {
    when: ({ window }) => window.start === window.end,
    problems: () => [
      {
        code: "plan-window-empty",
        place: { path: ["window", "end"] },
        what: t`the window has no length`,
        mend: t`end has to differ from start`,
      },
    ],
  }),
  rule("overrun-asks-somebody", {
    when: ({ window }) => window.onOverrun === "ask" && window.ask === undefined,
    problems: () => [
      {
        code: "plan-overrun-asks-nobody",
        place: { path: ["window", "on-overrun"] },
        what: t`nobody is named to be asked`,
        mend: t`add ask: {who: ["@login"]}`,
      },
    ],
  }),
  rule("phases-in-order", { problems: ({ window }) => phaseProblems(window) }),
];

function phaseProblems(window: Plan["window"]): PlanProblem[] {
  const { start, end } = window;
  const times = plannedTimes(window);
  const length = minutesFrom(start, end);
  const problems: PlanProblem[] = [];
  let before = 0;
  for (const phase of timedPhases) {
    const time = times[phase];
    if (time === undefined) continue;
    const offset = minutesFrom(start, time);
    const place = { path: ["window", "schedule", phase] };
    if (offset > length)
      problems.push({
        code: "plan-phase-outside-window",
        place,
        what: t`${phase} at ${time} lies outside the window ${start}-${end}`,
        mend: t`move it inside`,
      });
    else if (offset < before)
      problems.push({
        code: "plan-phases-out-of-order",
        place,
        what: t`${phase} at ${time} comes before the phase it follows`,
        mend: t`the order is ${timedPhases.join(", ")}`,
      });
    before = Math.max(before, offset);
  }
  return problems;
}
