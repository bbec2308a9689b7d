/**
 * The plan before it is written down. The schema of src judges it when it is read; here a test may put anything
 * anywhere, wrong things among it.
 */
// biome-ignore lint/suspicious/noExplicitAny: a type would forbid the wrong plans that tests are about
export type PlanData = Record<string, any>;

/** Changes to the plan's data before it is written, for a test of something else. */
export type PlanChange = (plan: PlanData, tag: string) => void;
