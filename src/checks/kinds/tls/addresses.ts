import type { CheckedPlan } from "../../context.ts";
import type { TlsCheck } from "./schema.ts";

/** A port that the plan gives for plain http is not one for TLS. */
export function addressesOf({ addresses, name }: TlsCheck, { site, loadBalancer: balancer }: CheckedPlan): string[] {
  const url = new URL(site.url);
  const secure = url.protocol === "https:";
  const port = secure && url.port !== "" ? url.port : "443";
  const ofBalancers = balancer.addresses.map((address) => (secure ? address : hostAndPort(address).host));
  const all = addresses ?? (ofBalancers.length === 0 ? [name ?? url.hostname] : ofBalancers);
  return all.map((address) => (hostAndPort(address).port === "" ? `${address}:${port}` : address));
}

export function hostAndPort(address: string): { readonly host: string; readonly port: string } {
  const [, host = "", port = ""] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(address) ?? [];
  return { host, port };
}
