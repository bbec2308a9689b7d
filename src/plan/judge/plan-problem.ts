/** A place in the plan: the way to a value, or to the key itself. */
export interface Place {
  readonly path: readonly PropertyKey[];
  readonly key?: string;
}

/** What is wrong at a place of the plan. */
export interface Explained {
  readonly code: string;
  readonly place: Place;
  readonly what: string;
  readonly mend?: string;
}

/** The same of a rule across keys, which always knows the mend. */
export type PlanProblem = Explained & { readonly mend: string };
