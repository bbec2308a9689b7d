import type { Plan } from "../../plan/schema/schema.ts";
import { certificateSteps } from "./certificates.ts";
import { dnsSteps } from "./dns-changes.ts";
import type { Step } from "../launch/run-steps.ts";

/** What has to hold for visitors to reach the release under its name, after it runs and before it is verified. */
export function dnsTlsSteps(plan: Plan): Step[] {
  return [...dnsSteps(plan), ...certificateSteps(plan)];
}
