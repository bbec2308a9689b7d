import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { stringify } from "yaml";
import type { Problem } from "../../core/errors.ts";
import type { Language } from "../../core/text/text.ts";
import { compose, policyChanges, policyOf } from "./compose.ts";
import { judge } from "../judge/judge.ts";
import { classAt } from "./key-classes.ts";
import type { Plan } from "../schema/schema.ts";
import { type PlanText, readPlan } from "../yaml/read-plan.ts";

/** The plan that holds, of the default branch's policy and the release's own keys. */
export type ComposeResult =
  | {
      readonly ok: true;
      readonly plan: Plan;
      /** The release's own text where it says the same as the policy; else what was made of the two. */
      readonly text: string;
      /** Policy keys in which the release's plan says something else than holds. */
      readonly overruled: readonly string[];
      /** sha256 of the policy. */
      readonly policy: string;
      readonly language: Language;
    }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** Absent when one of the two cannot be read at all. */
      readonly language?: Language;
    };

const composedHead = "# The release's own steps and checks, with the policy of the default branch.\n";

/** Each problem stands where its key is taken from. */
export function composePlan(policy: PlanText, release: PlanText): ComposeResult {
  const [ours, theirs] = [readPlan(policy), readPlan(release)];
  if (!ours.ok || !theirs.ok)
    return { ok: false, problems: [...(ours.ok ? [] : ours.problems), ...(theirs.ok ? [] : theirs.problems)] };
  const { value, overruled } = compose(ours.value, theirs.value);
  const judged = judge(value as object, release.file, (place) =>
    (classAt(place.path.length > 0 ? place.path : [place.key ?? ""]) === "policy" ? ours : theirs).at(place),
  );
  if (!judged.ok) return judged;
  // In one order, however the policy is written: what is only put otherwise there asks for no new approval.
  const written = () => `${composedHead}${stringify(value, { sortMapEntries: true })}`;
  const text = isDeepStrictEqual(value, theirs.value) ? release.text : written();
  return { ...judged, text, overruled, policy: policyHash(ours.value) };
}

/** sha256 of what of a plan is policy; null when the text is no plan at all. */
export function policyHashOf(plan: PlanText): string | null {
  const read = readPlan(plan);
  return read.ok ? policyHash(read.value) : null;
}

function policyHash(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(policyOf(value)))
    .digest("hex");
}

/** Policy keys in which two plans differ. */
export function policyKeysChanged(before: PlanText, after: PlanText): readonly string[] {
  const [one, other] = [readPlan(before), readPlan(after)];
  return one.ok && other.ok ? policyChanges(one.value, other.value) : [after.file];
}
