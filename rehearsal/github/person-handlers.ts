import { ok, param, type Handlers } from "./call.ts";
import type { Identities } from "./identities.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { Repository } from "./repository.ts";

export function personHandlers(repository: Repository, identities: Identities, limit: RateLimit): Handlers {
  return {
    "repos/get": () => ok(repository.document),
    "rate-limit/get": (call) => limit.overview(call.who),

    "repos/get-collaborator-permission-level"(call) {
      const login = param(call, "username");
      const user = repository.user(login);
      // Somebody without access is answered with "none", not with 404; only an unknown login is.
      const permission = identities.permissionOf(login) ?? "none";
      const at = (...levels: readonly string[]): boolean => levels.includes(permission);
      const permissions = {
        pull: at("read", "write", "admin"),
        triage: at("write", "admin"),
        push: at("write", "admin"),
        maintain: at("admin"),
        admin: at("admin"),
      };
      return ok({ permission, role_name: permission, user: { ...user, permissions, role_name: permission } });
    },
  };
}
