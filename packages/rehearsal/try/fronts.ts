import type { Front } from "./front.ts";

/** What `script/try` takes, by name; loaded when it is asked for. */
export const fronts: Readonly<Record<string, () => Promise<Front>>> = {
  key: () => import("./key.ts"),
  settings: async () => (await import("./settings.ts")).settings,
  database: async () => (await import("./database.ts")).database,
  standing: () => import("./standing.ts"),
  comment: async () => (await import("./comment.ts")).comment,
  says: async () => (await import("./says.ts")).says,
  junit: async () => (await import("./junit.ts")).junit,
  nightly: async () => (await import("./nightly.ts")).default,
};
