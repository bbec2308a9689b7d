import type { z } from "zod";
import { type PeoplePhase, peoplePhases } from "../../core/comments/people-phases.ts";
import { msg } from "../../core/text/text.ts";
import { defineStep, defineSteps, type StepFamily, type StepKind } from "./define-step.ts";
import { askedFacts, verifyPeople, verifyScenario } from "./verify.ts";

/** What people do in a phase: one line for all of it, and one for each thing that they tick. */
export interface PeopleSteps {
  readonly all: StepKind<z.output<typeof askedFacts>>;
  readonly line: StepFamily;
}

// What people do before the window is in the phases before it, and what they do with visitors back is afterwards: no
// line of theirs lengthens the window but those that the site stays closed for.
export const peopleSteps: Readonly<Record<PeoplePhase, PeopleSteps>> = {
  "day-before": {
    all: defineStep("day-before.people", { title: msg`People do what is theirs the day before`, facts: askedFacts }),
    line: defineSteps("day-before.manual-"),
  },
  "before-window": {
    all: defineStep("prepare.people", {
      title: msg`People do what is theirs before the site closes`,
      facts: askedFacts,
    }),
    line: defineSteps("prepare.manual-"),
  },
  closed: {
    all: defineStep("isolate.people", { title: msg`People do what needs a closed site`, facts: askedFacts }),
    line: defineSteps("isolate.manual-"),
  },
  "before-opening": { all: verifyPeople, line: verifyScenario },
  "after-opening": {
    all: defineStep("after.people", { title: msg`People do what is theirs once the site is open`, facts: askedFacts }),
    line: defineSteps("after.manual-"),
  },
  rollback: {
    all: defineStep("rollback.people", { title: msg`People do what is theirs on the way back`, facts: askedFacts }),
    line: defineSteps("rollback.manual-"),
  },
};

/** Whether a step is people's, and no machine's. */
export function isPeoples(id: string): boolean {
  return peoplePhases.some((phase) => peopleSteps[phase].all.is(id) || peopleSteps[phase].line.is(id));
}
