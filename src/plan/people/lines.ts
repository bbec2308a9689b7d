import { type PeoplePhase, peoplePhases } from "../../core/comments/people-phases.ts";
import type { Plan } from "../schema/schema.ts";

/** A line of the checklist that people tick: a scenario, or a step that they do. */
export interface PeopleLine {
  readonly id: string;
  readonly title: string;
  readonly kind: "scenario" | "manual";
  /** GitHub logins with @; whoever may write where it is empty. */
  readonly owners: readonly string[];
  readonly required: boolean;
  /** What to do and to see, one by one. */
  readonly steps: readonly string[];
  /** How it is done, as the plan has it; empty where it does not say. */
  readonly detail: string;
  /** Where the team's own plan says so; empty where the plan does not. */
  readonly source: string;
  /** Seconds that it is waited for. */
  readonly within: number;
  /** Seconds that it mostly takes. */
  readonly usual: number;
}

type Lines = Pick<Plan, "verify" | "manual">;

/** What people are asked for in a phase, in the order of the plan; the scenarios are those before the opening. */
export function peopleLines({ verify, manual }: Lines, phase: PeoplePhase): readonly PeopleLine[] {
  const { within, usual } = verify.people;
  const scenarios = verify.scenarios.map(
    (one): PeopleLine => ({ ...one, kind: "scenario", detail: "", source: "", within, usual }),
  );
  const steps = manual
    .filter((one) => one.phase === phase)
    .map((one): PeopleLine => {
      const { id, title, owners, required, detail = "", source = "" } = one;
      return {
        id,
        title,
        kind: "manual",
        owners,
        required,
        steps: [],
        detail,
        source,
        within: one.within,
        usual: one.usual,
      };
    });
  return phase === "before-opening" ? [...scenarios, ...steps] : steps;
}

/** The phases in which people are asked for something. */
export function phasesWithPeople(plan: Lines): readonly PeoplePhase[] {
  return peoplePhases.filter((phase) => peopleLines(plan, phase).length > 0);
}

/** In which phase a line is asked for; null for an id that the plan does not have. */
export function phaseOfLine(plan: Lines, id: string): PeoplePhase | null {
  return peoplePhases.find((phase) => peopleLines(plan, phase).some((line) => line.id === id)) ?? null;
}
