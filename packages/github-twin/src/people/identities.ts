import type { Permissions, TwinUser } from "../twin-interface.ts";

export const botLogin = "github-actions[bot]";

/** Who a token speaks for. `grants` is set for the token of a run, and only for that. */
export interface Identity {
  readonly login: string;
  readonly permission: TwinUser["permission"];
  readonly grants: Permissions | null;
}

export interface Identities {
  readonly users: readonly TwinUser[];
  byToken(token: string): Identity | undefined;
  permissionOf(login: string): TwinUser["permission"] | undefined;
  issue(token: string, permissions: AskedPermissions): void;
  revoke(token: string): void;
}

export type AskedPermissions = Permissions | "read-all" | "write-all" | undefined;

const scopes = [
  "actions",
  "attestations",
  "checks",
  "contents",
  "deployments",
  "discussions",
  "id-token",
  "issues",
  "packages",
  "pages",
  "pull-requests",
  "security-events",
  "statuses",
];

/** What a workflow without `permissions:` gets in a repository made today. */
const defaultGrants: Permissions = { contents: "read", packages: "read" };

function grantsOf(asked: AskedPermissions): Permissions {
  if (asked === undefined) return defaultGrants;
  if (typeof asked !== "string") return asked;
  const level = asked === "read-all" ? "read" : "write";
  return Object.fromEntries(scopes.map((scope) => [scope, level]));
}

export function identities(users: readonly TwinUser[]): Identities {
  const runs = new Map<string, Identity>();
  return {
    users,
    byToken(token) {
      const user = users.find((candidate) => candidate.token === token);
      return user === undefined ? runs.get(token) : { login: user.login, permission: user.permission, grants: null };
    },
    permissionOf: (login) => users.find((user) => user.login.toLowerCase() === login.toLowerCase())?.permission,
    issue(token, permissions) {
      runs.set(token, { login: botLogin, permission: "write", grants: grantsOf(permissions) });
    },
    revoke: (token) => void runs.delete(token),
  };
}
