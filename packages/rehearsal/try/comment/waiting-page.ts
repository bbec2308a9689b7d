import type { Release } from "../../../../src/core/release.ts";

/** The top of a checklist that waits for an approval. */
export function waitingPage({ id, tag }: Release): string {
  return `<!-- golive:release=${id} -->\n<!-- golive:waiting=${tag} -->\n\n| | |\n`;
}
