import { DateTime } from "luxon";
import type { Problem } from "../../../../core/errors.ts";
import { moment, span } from "../../../../core/text/figures.ts";
import { t } from "../../../../core/text/text.ts";
import { ruleAgainst, weekdays } from "../../../../core/window/days.ts";
import { nextWindow, type Window, windowOn } from "../../../../core/window/window.ts";
import { prepareWindow } from "../../../../journal/steps/steps.ts";
import type { Plan } from "../../../../plan/schema/schema.ts";
import type { Finding } from "../../finding.ts";

/** What is launched, as far as its window goes. */
interface Asked {
  readonly plan: Plan;
  readonly date: string;
  readonly override: string;
}

const furthestDays = 366;

/**
 * Whether there is a window for the launch on the day it was asked for: by its weekday, outside of what the plan leaves
 * out, and to come. Nothing is looked at of a plan that has the window every night, for the next of them; nor where a
 * person takes on that the window is not kept to.
 */
export function windowFinding({ plan, date, override }: Asked, now = DateTime.now()): Finding[] {
  const { days, notOn } = plan.window;
  if (override !== "" || (date === "" && days === undefined && notOn.length === 0)) return [];
  const next = nextWindow(plan.window, plan.timezone, now);
  const window = date === "" ? next : windowOn(plan.window, plan.timezone, date);
  const problems = date === "" ? neverProblems(next) : dateProblems(plan, { date, window, next, now });
  return [{ step: prepareWindow.id, problems, ...(window === null ? {} : { note: span(window.start, window.end) }) }];
}

function neverProblems(next: Window | null): Problem[] {
  if (next !== null) return [];
  return [
    {
      code: "window-never",
      what: t`no window opens within a year`,
      where: "window",
      mend: t`leave days out of window.not-on, or add some to window.days`,
    },
  ];
}

interface Dated {
  readonly date: string;
  readonly window: Window | null;
  readonly next: Window | null;
  readonly now: DateTime;
}

/** All that speaks against a date, at once. */
function dateProblems(plan: Plan, { date, window, next, now }: Dated): Problem[] {
  const where = t`input date`;
  const mend = nextText(next);
  if (window === null) return [{ code: "date-skipped", what: t`the clocks skip the window on ${date}`, where, mend }];
  const rule = ruleAgainst(plan.window, window);
  const problems: Problem[] = [];
  if (rule?.rule === "days")
    problems.push({
      code: "date-not-a-day",
      what: t`${date} falls on ${weekdays[window.start.weekday - 1]}, and window.days has ${rule.entry} only`,
      where,
      mend,
    });
  const left = rule?.rule === "days" ? ruleAgainst({ notOn: plan.window.notOn }, window) : rule;
  if (left?.rule === "not-on")
    problems.push({
      code: "date-left-out",
      what: t`the window of ${date} touches ${left.day}, which window.not-on leaves out (${left.entry})`,
      where,
      mend,
    });
  if (window.end <= now)
    problems.push({
      code: "date-past",
      what: t`the window of ${date} is over since ${moment(window.end)}`,
      where,
      mend,
    });
  if (window.start.diff(now).as("days") > furthestDays)
    problems.push({ code: "date-too-far", what: t`${date} is more than a year away`, where, mend });
  return problems;
}

function nextText(next: Window | null): string {
  return next === null
    ? t`leave days out of window.not-on, or add some to window.days`
    : t`the next window is ${span(next.start, next.end)}: ${next.start.toISODate()}; leave it empty for that`;
}
