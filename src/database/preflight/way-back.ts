import { t } from "../../core/text/text.ts";
import type { DatabasePlan } from "../postgres.ts";
import { isProvided } from "../provider/beside.ts";

/** Whether the launch closes the service's database to everybody, to clone or rename it. */
export function closesDoors({ backup, switch: over }: DatabasePlan): boolean {
  return over === undefined || backup.copy === true;
}

/** Which way back the plan and the server leave, for people who approve the launch. */
export function wayBackText(plan: DatabasePlan): string {
  const second = besideText(plan);
  if (plan.backup.copy === "snapshot") return t`way back: the provider's snapshot, and else ${second}`;
  return t`way back: ${second}`;
}

function besideText(plan: DatabasePlan): string {
  const copied = plan.backup.copy === true;
  if (plan.switch === undefined)
    return copied ? t`the copy takes the name` : t`the dump restored beside takes the name`;
  const made = isProvided(plan) ? t` (made by the provider's command)` : "";
  return copied
    ? t`the service changes over to the copy`
    : t`the dump restored beside${made}, which the service changes over to`;
}
