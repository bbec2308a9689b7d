import type { Layout } from "./kind.ts";

/** A directory for every release, and a link to the one that is live. */
export const releasesLayout: Layout = {
  live: (base) => `${base}/current`,
  repository: (base) => `${base}/repo`,
  release: (base, name) => `${base}/releases/${name}`,
  lock: (base) => `${base}/golive.lock`,
  lasting: (base) => `${base}/shared`,
  kept: (base) => `${base}/golive/kept-`,
};
