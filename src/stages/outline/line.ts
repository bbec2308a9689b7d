import type { Line } from "../../checklist/model.ts";
import { peopleSteps, stepTitle } from "../../journal/steps/steps.ts";
import type { PeoplePhase } from "../../core/comments/people-phases.ts";
import { peopleLines } from "../../plan/people/lines.ts";
import type { Plan } from "../../plan/schema/schema.ts";

/** As much of a step as a line shows; what it leaves does not matter. */
export interface Titled {
  readonly id: string;
  readonly title: string;
  on(host: string): { readonly id: string };
}

/** The line of a step that has a title of its own. */
export function line(kind: Titled): Line {
  return { id: kind.id, title: stepTitle(kind) };
}

/** The same where the step is shown only once it is on record. */
export function optional(shown: Line): Line {
  return { ...shown, optional: true };
}

/** One line a host, all at the same time. The host is named where the plan has several. */
export function hostLines(plan: Plan, kind: Titled, hosts: readonly string[], lane: string): Line[] {
  return hosts.map((host) => ({ ...hostLine(plan, kind, host), lane: `${lane} ${host}` }));
}

export function hostLine(plan: Plan, kind: Titled, host: string): Line {
  const named = Object.keys(plan.hosts).length > 1 ? ` (${host})` : "";
  return { id: kind.on(host).id, title: `${stepTitle(kind)}${named}` };
}

/** The title of a step of the plan's own, with its host where the release goes to several. */
export function ownTitle(plan: Plan, title: string, host: string): string {
  return `${title}${plan.deploy.hosts.length > 1 ? ` (${host})` : ""}`;
}

/** What people tick in a phase: one line for all of it, and one for each. They do it at the same time. */
export function linesOfPeople(plan: Plan, phase: PeoplePhase): Line[] {
  const { all, line: of } = peopleSteps[phase];
  const lines = peopleLines(plan, phase).map(({ id, title }) => ({
    id: of.of(id).id,
    title: `${id}: ${title}`,
    // Checks and scenarios are at the same time anyway.
    ...(phase === "before-opening" ? {} : { lane: `people ${id}` }),
  }));
  return lines.length === 0 ? [] : [line(all), ...lines];
}

/** `lines` where a condition of the plan holds. */
export function when(condition: unknown, ...lines: readonly Line[]): readonly Line[] {
  return condition ? lines : [];
}
