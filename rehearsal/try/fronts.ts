import type { Front } from "./front.ts";

/** What `script/try` takes, by name; loaded when it is asked for. */
export const fronts: Readonly<Record<string, () => Promise<Front>>> = {
  nightly: async () => (await import("./nightly.ts")).default,
};
