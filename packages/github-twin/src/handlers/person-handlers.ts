import { ok, param, type Handlers } from "../http/call.ts";
import type { Identities } from "../people/identities.ts";
import type { RateLimit } from "../http/rate-limit.ts";
import type { Permission } from "../twin-interface.ts";
import type { Repository } from "../repository/repository.ts";

const roles: readonly Permission[] = ["none", "read", "triage", "write", "maintain", "admin"];
const legacy: Partial<Record<Permission, Permission>> = { maintain: "write", triage: "read" };

export function personHandlers(repository: Repository, identities: Identities, limit: RateLimit): Handlers {
  return {
    "repos/get": () => ok(repository.document),
    "rate-limit/get": (call) => limit.overview(call.who),

    "repos/get-collaborator-permission-level"(call) {
      const login = param(call, "username");
      const user = repository.user(login);
      // Somebody without access is answered with "none", not with 404; only an unknown login is.
      const role = identities.permissionOf(login) ?? "none";
      const rank = roles.indexOf(role);
      const from = (least: Permission): boolean => rank >= roles.indexOf(least);
      const permissions = {
        pull: from("read"),
        triage: from("triage"),
        push: from("write"),
        maintain: from("maintain"),
        admin: from("admin"),
      };
      // `permission` knows the four roles of old; only `role_name` says which it is.
      const permission = legacy[role] ?? role;
      return ok({ permission, role_name: role, user: { ...user, permissions, role_name: role } });
    },
  };
}
