import type { StepStates } from "./step-state.ts";
import { deployMigrate } from "./steps/steps.ts";

/** Whether the release's migrations ran in the database, to their end or not. */
export function migrationsRan(state: { readonly steps: StepStates }): boolean {
  return deployMigrate.all(state).some(([, { facts }]) => facts.migrated === true);
}
