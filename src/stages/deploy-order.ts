import type { Plan } from "../plan/schema.ts";
import type { CustomStep } from "../presets/schema.ts";

export type HostPart = "deploy.fetch" | "deploy.checkout" | "deploy.environment" | "deploy.static" | "deploy.start" | "deploy.health";
export type DeployPart = HostPart | "deploy.migrate" | CustomStep["when"];

const order: readonly DeployPart[] = [
  "deploy.fetch",
  "deploy.checkout",
  "deploy.environment",
  "before-migrate",
  "deploy.migrate",
  "after-migrate",
  "deploy.static",
  "before-start",
  "deploy.start",
  "deploy.health",
  "after-start",
];

/** The order of a deploy: each part on every host before the next part begins. */
export function deployOrder(plan: Plan): readonly DeployPart[] {
  return order.filter((part) => part.startsWith("deploy.") || plan.deploy.steps.some((step) => step.when === part));
}

export function perHost(part: DeployPart): part is HostPart {
  return part.startsWith("deploy.") && part !== "deploy.migrate";
}

/** Migrations run on exactly one host. */
export function migrateHost(plan: Plan): string {
  return plan.deploy["migrate-on"] ?? plan.deploy.hosts[0] ?? "";
}

export function customSteps(plan: Plan, when: DeployPart): { step: CustomStep; host: string; id: string }[] {
  return plan.deploy.steps.filter((step) => step.when === when).flatMap((step) => (step.hosts ?? plan.deploy.hosts).map((host) => ({ step, host, id: `deploy.step-${step.id}@${host}` })));
}
