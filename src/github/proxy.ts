import { HttpClient } from "@actions/http-client";
import { fetch as fetchBy } from "undici";

/** The part of fetch that the client uses. */
export type Fetch = (url: string, init: { readonly signal?: AbortSignal | null }) => Promise<unknown>;

/** Leads requests through the proxy that the settings name for this address. */
export function throughProxy(apiUrl: string): Fetch {
  const dispatcher = new HttpClient().getAgentDispatcher(apiUrl);
  if (!dispatcher) return fetch;
  return (url, init) => fetchBy(url, { ...init, dispatcher });
}
