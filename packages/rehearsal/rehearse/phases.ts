import type { PhaseId } from "../../../src/checklist/model.ts";

export type { PhaseId } from "../../../src/checklist/model.ts";

const order: Readonly<Record<PhaseId, number>> = {
  prepare: 0,
  "day-before": 1,
  isolate: 2,
  backup: 3,
  deploy: 4,
  "dns-tls": 5,
  verify: 6,
  open: 7,
  watch: 8,
  rollback: 9,
  after: 10,
};

/** All of them in the order of the night: a phase that the checklist gains does not compile until it is here. */
export const phases = (Object.keys(order) as PhaseId[]).toSorted((a, b) => order[a] - order[b]);
