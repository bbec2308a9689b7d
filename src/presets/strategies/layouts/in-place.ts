import type { Layout } from "./kind.ts";

/** One checkout is all. What golive keeps lies in .git, where git does not see it. */
export const inPlaceLayout: Layout = {
  live: (base) => base,
  repository: (base) => base,
  release: (base) => base,
  lock: (base) => `${base}/.git/golive.lock`,
  lasting: (base) => base,
  kept: (base) => `${base}/.git/golive-kept-`,
};
