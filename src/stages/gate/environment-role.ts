import { t } from "../../core/text/text.ts";
import type { Environment } from "../../github/environments.ts";
import type { Plan } from "../../plan/schema/schema.ts";

/** What is asked of an environment of the plan. */
export interface Role {
  readonly key: "environment" | "day-environment" | "rollback-environment";
  readonly name: string;
  /** Somebody has to approve its jobs. */
  readonly reviewed: boolean;
}

/** An environment of the plan as GitHub has it; null where it has none. */
export interface Found {
  readonly role: Role;
  readonly environment: Environment | null;
}

export function rolesOf({ approval }: Plan): readonly Role[] {
  return [
    { key: "environment", name: approval.environment, reviewed: approval.comment === undefined },
    { key: "day-environment", name: approval.dayEnvironment, reviewed: false },
    { key: "rollback-environment", name: approval.rollbackEnvironment, reviewed: true },
  ];
}

/** For the checklist: who approves, and what an administrator may do. */
export function environmentNotes({ role, environment }: Found): string[] {
  if (environment === null || (!role.reviewed && role.key === "day-environment")) return [];
  const { name, reviewers, waits, adminsMayBypass } = environment;
  return [
    `${name}: ${reviewers.length > 0 ? reviewers.join(", ") : t`nobody has to approve`}`,
    ...(waits > 0 ? [t`${name} lets a job wait ${waits} min by itself`] : []),
    ...(adminsMayBypass && reviewers.length > 0
      ? [t`administrators may pass by the reviewers of ${name}; golive then refuses, as nobody approved`]
      : []),
  ];
}
