import type { PlanHost } from "../../plan/schema/schema.ts";

export type SshPlanHost = Extract<PlanHost, { connect: "ssh" }>;
