import { getProxyUrl } from "@actions/http-client/lib/proxy";

/** No single request may hold up a launch for longer than this. */
const limitMilliseconds = 15_000;

/** Each request has its limit, and goes the way that the runner's proxy settings say. */
export function limitedFetch(apiUrl: string): typeof fetch {
  const proxied = proxiedFetch(apiUrl);
  return (input, init) => {
    const limit = AbortSignal.timeout(limitMilliseconds);
    return proxied(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit });
  };
}

/**
 * http_proxy, https_proxy and no_proxy as the runner's own client reads them: Node's fetch by itself knows none of
 * them. What speaks to a proxy is large, and is loaded only where there is one.
 */
function proxiedFetch(apiUrl: string): typeof fetch {
  if (!getProxyUrl(new URL(apiUrl))) return fetch;
  const loading = Promise.all([import("undici"), import("@actions/http-client")]).then(([undici, { HttpClient }]) => {
    const dispatcher = new HttpClient().getAgentDispatcher(apiUrl);
    return (input: string, init: object) => undici.fetch(input, { ...init, ...(dispatcher && { dispatcher }) });
  });
  // A failure to load is that of the first request.
  loading.catch(() => {});
  return (async (input: string, init: object) => (await loading)(input, init)) as unknown as typeof fetch;
}

/** Names the job's orchestration beside golive, as the toolkit does, so that GitHub can trace a request to its job. */
export function userAgent(orchestration = process.env.ACTIONS_ORCHESTRATION_ID?.trim()): string {
  if (!orchestration) return "golive";
  return `golive actions_orchestration_id/${orchestration.replace(/[^a-z0-9_.-]/gi, "_")}`;
}
