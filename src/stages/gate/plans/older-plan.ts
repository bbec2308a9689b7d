import { createHash } from "node:crypto";
import type { Release } from "../../../core/release.ts";
import type { GitHub } from "../../../github/client.ts";
import { fileAt } from "../../../github/repository.ts";

// Launches that were opened before plans were kept beside the journal are on record without one. What was approved then
// was the plan of the tag's commit, whole, and the digest on record covers both.

/** Whether a text is the plan that such a launch was approved with. */
export function isOlderPlan(text: string, { commit, digest }: Release): boolean {
  return createHash("sha256").update(`${commit}\n`).update(text).digest("hex") === digest;
}

/** The plan that such a launch was approved with, from its commit; null when it is not there any more. */
export async function olderPlan(github: GitHub, file: string, release: Release | null): Promise<string | null> {
  if (release === null) return null;
  const text = await fileAt(github, file, release.commit);
  return text !== null && isOlderPlan(text, release) ? text : null;
}
