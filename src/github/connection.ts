import { getProxyUrl } from "@actions/http-client/lib/proxy";
import type { Fetch } from "./proxy.ts";

/** No single request may hold up a launch for longer than this. */
const limitMilliseconds = 15_000;

/** Each request has its limit, and goes the way that the runner's proxy settings say. */
export function limitedFetch(apiUrl: string): Fetch {
  const proxied = proxiedFetch(apiUrl);
  return (url, init) => {
    const limit = AbortSignal.timeout(limitMilliseconds);
    return proxied(url, { ...init, signal: init.signal ? AbortSignal.any([init.signal, limit]) : limit });
  };
}

/**
 * http_proxy, https_proxy and no_proxy as the runner's own client reads them: Node's fetch by itself knows none of
 * them. What speaks to a proxy is large, and is loaded only where there is one.
 */
function proxiedFetch(apiUrl: string): Fetch {
  if (!getProxyUrl(new URL(apiUrl))) return fetch;
  const loading = import("./proxy.ts").then(({ throughProxy }) => throughProxy(apiUrl));
  // A failure to load is that of the first request.
  loading.catch(() => {});
  return async (url, init) => (await loading)(url, init);
}

/** Names the job's orchestration beside golive, as the toolkit does, so that GitHub can trace a request to its job. */
export function userAgent(orchestration = process.env.ACTIONS_ORCHESTRATION_ID?.trim()): string {
  if (!orchestration) return "golive";
  return `golive actions_orchestration_id/${orchestration.replace(/[^a-z0-9_.-]/gi, "_")}`;
}
