import { ApiError } from "./api-error.ts";
import type { Identity } from "../people/identities.ts";
import { ok, type ApiAnswer } from "./call.ts";

export interface RateLimit {
  /** Counts one request and returns the headers that tell. Throws when none is left. */
  count(who: Identity): Readonly<Record<string, string>>;
  overview(who: Identity): ApiAnswer;
}

/** 1,000 requests an hour for the runs of a repository together, 5,000 for a person. */
export function rateLimit(): RateLimit {
  const used = new Map<string, number>();
  const reset = Math.floor(Date.now() / 1000) + 3600;
  const state = (who: Identity) => {
    const limit = who.grants === null ? 5000 : 1000;
    const spent = used.get(who.login) ?? 0;
    return { limit, used: spent, remaining: Math.max(limit - spent, 0), reset };
  };
  return {
    count(who) {
      used.set(who.login, (used.get(who.login) ?? 0) + 1);
      const now = state(who);
      if (now.used > now.limit) throw new ApiError(403, "API rate limit exceeded for installation.");
      return {
        "x-ratelimit-limit": String(now.limit),
        "x-ratelimit-remaining": String(now.remaining),
        "x-ratelimit-used": String(now.used),
        "x-ratelimit-reset": String(now.reset),
        "x-ratelimit-resource": "core",
      };
    },
    overview(who) {
      const core = state(who);
      const search = { limit: 30, used: 0, remaining: 30, reset };
      const graphql = { limit: 5000, used: 0, remaining: 5000, reset };
      return ok({ resources: { core, search, graphql }, rate: core });
    },
  };
}
