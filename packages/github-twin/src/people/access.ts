import { ApiError, notFound } from "../http/api-error.ts";
import type { Identity } from "./identities.ts";

type Level = "read" | "write";

/** Operations of a run's token: the permission each needs. Reads need `read`, all else `write`. */
const permissionByOperation: readonly (readonly [pattern: RegExp, permission: string])[] = [
  [/^issues\//, "issues"],
  // No permission that a workflow can ask for covers these.
  [/^actions\/list-(repo|environment)-secrets$/, "secrets"],
  [/^repos\/get-branch-protection$/, "administration"],
  [/^teams\//, "members"],
  [/^actions\/review-pending-deployments-for-run$/, "deployments"],
  [/^actions\//, "actions"],
  [/^repos\/(get-all-environments|get-environment|get-all-deployment-protection-rules)$/, "actions"],
  [/^repos\/(list-deployment-branch-policies|get-deployment-branch-policy)$/, "actions"],
  [/^repos\/(get-branch-rules|get-repo-rulesets?)$/, "metadata"],
  [/^repos\/(get|list-tags|get-collaborator-permission-level)$/, "metadata"],
  [/^(users|meta|rate-limit)\//, "none"],
  [/^graphql$/, "issues"],
];

/** What takes push access of a person; reading and talking do not. */
const needsPush: readonly RegExp[] = [
  /^issues\/(create|update|delete)-label$/,
  /^actions\/(create-workflow-dispatch|cancel-workflow-run|re-run-.*)$/,
  /^actions\/list-(repo|environment)-secrets$/,
];
/** What somebody may do who sorts issues. */
const needsTriage = /^issues\/(add-labels|set-labels|remove-label|remove-all-labels)$/;

function granted(who: Identity, permission: string, level: Level): boolean {
  if (permission === "none") return true;
  if (permission === "metadata") return level === "read";
  const grant = who.grants?.[permission];
  return grant === "write" || (grant === "read" && level === "read");
}

/** Throws what GitHub answers when this identity may not call the operation. */
export function assertAccess(who: Identity, operation: string, method: string, inRepository: boolean): void {
  const level: Level = method === "GET" || operation === "graphql" ? "read" : "write";
  if (who.grants !== null) {
    const permission = permissionByOperation.find(([pattern]) => pattern.test(operation))?.[1] ?? "contents";
    if (!granted(who, permission, level)) throw new ApiError(403, "Resource not accessible by integration");
    return;
  }
  // To a stranger a private repository is not there.
  if (inRepository && who.permission === "none") throw notFound();
  // A reader cannot look up who else may do what.
  if (operation === "repos/get-collaborator-permission-level" && !mayPush(who))
    throw new ApiError(403, "Must have push access to view collaborator permission.");
  const asksPush = needsPush.some((pattern) => pattern.test(operation));
  const short = asksPush ? !mayPush(who) : needsTriage.test(operation) && !mayTriage(who);
  if (short) throw new ApiError(403, "Must have admin rights to Repository.");
}

export function mayPush(who: Identity): boolean {
  return ["admin", "maintain", "write"].includes(who.permission);
}

function mayTriage(who: Identity): boolean {
  return mayPush(who) || who.permission === "triage";
}
