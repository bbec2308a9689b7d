import type { ApiAnswer } from "./call.ts";
import type { FaultAnswer, FaultRule } from "../twin-interface.ts";

export interface Faults {
  add(rule: FaultRule): () => void;
  /** The fault this request meets; counts it as used. */
  take(method: string, path: string): FaultAnswer | null;
}

export function faults(): Faults {
  const rules: { readonly rule: FaultRule; left: number }[] = [];
  return {
    add(rule) {
      const entry = { rule, left: rule.times ?? Number.POSITIVE_INFINITY };
      rules.push(entry);
      return () => {
        entry.left = 0;
      };
    },
    take(method, path) {
      const entry = rules.find((candidate) => candidate.left > 0 && candidate.rule.match(method, path));
      if (entry === undefined) return null;
      entry.left -= 1;
      return entry.rule.answer;
    },
  };
}

const limits = "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api";

/** Limits lift after a second, so that a client which waits as told is not slow to test. */
export function faultAnswer(fault: FaultAnswer): ApiAnswer | null {
  if (fault === "500") return { status: 500, body: { message: "Server Error" } };
  if (fault === "429")
    return {
      status: 429,
      headers: { "retry-after": "1" },
      body: {
        message: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
        documentation_url: limits,
      },
    };
  if (fault === "403-rate-limit")
    return {
      status: 403,
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 1) },
      body: { message: "API rate limit exceeded for user ID 1.", documentation_url: limits },
    };
  return null;
}
