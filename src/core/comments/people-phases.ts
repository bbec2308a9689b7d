/** When people are asked to do something for a launch, in the order in which they come. */
export const peoplePhases = [
  "day-before",
  "before-window",
  "closed",
  "before-opening",
  "after-opening",
  "rollback",
] as const;
export type PeoplePhase = (typeof peoplePhases)[number];
