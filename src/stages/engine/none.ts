import type { DatabaseEngine } from "./kind.ts";

/** The release changes no database: none is backed up, and none comes back. */
export const none: DatabaseEngine = {
  findings: async () => [],
  byDay: () => [],
  bytes: async () => 0,
  backup: () => [],
  openingMark: async () => null,
  wayBack: () => [],
  letIn: async () => {},
};
