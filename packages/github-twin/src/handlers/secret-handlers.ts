import { notFound } from "../http/api-error.ts";
import { param, type ApiAnswer, type Call, type Handlers } from "../http/call.ts";
import type { Environments } from "../runs/environments.ts";
import { page } from "../http/page.ts";
import type { Offers } from "../people/plan.ts";
import type { Repository } from "../repository/repository.ts";
import type { Secrets } from "../twin-interface.ts";

/** Names only: no call gives a value away. */
export function secretHandlers(
  repository: Repository,
  environments: Environments,
  offers: Offers,
  ofRepository: Secrets,
): Handlers {
  const list = (call: Call, secrets: Secrets): ApiAnswer => {
    const at = repository.document.created_at;
    const all = Object.keys(secrets).map((name) => ({ name: name.toUpperCase(), created_at: at, updated_at: at }));
    const { items, headers } = page(call, all, repository.apiUrl);
    return { status: 200, body: { total_count: all.length, secrets: items }, headers };
  };
  return {
    "actions/list-repo-secrets": (call) => list(call, ofRepository),
    "actions/list-environment-secrets"(call) {
      const found = offers.environments ? environments.find(param(call, "environment_name")) : undefined;
      if (found === undefined) throw notFound();
      return list(call, found.rules.secrets ?? {});
    },
  };
}
