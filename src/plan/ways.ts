import type { Plan, PlanHost } from "./schema/schema.ts";

type Hosts = Readonly<Record<string, PlanHost | undefined>>;
type Way = NonNullable<Extract<PlanHost, { connect: "ssh" }>["via"]>;

/** The plan with every way to a host written out: a jump host that is named is put in with its own way before it. */
export function withWays(plan: Plan): Plan {
  const written = Object.entries(plan.hosts).map(([name, host]) => [name, withWay(host, plan.hosts)] as const);
  return { ...plan, hosts: Object.fromEntries(written) };
}

/** The same of one host. A name that leads nowhere stays; the rules tell it. */
export function withWay(host: PlanHost, hosts: Hosts): PlanHost {
  return host.connect === "local" || host.via === undefined ? host : { ...host, via: wayOf(host.via, hosts, []) };
}

function wayOf(via: Way, hosts: Hosts, passed: readonly string[]): Way {
  return via.flatMap((one): Way => {
    const named = typeof one === "string" ? hosts[one] : undefined;
    if (typeof one !== "string" || named?.connect !== "ssh" || passed.includes(one)) return [one];
    const { connect: _, via: before = [], ...jump } = named;
    return [...wayOf(before, hosts, [...passed, one]), jump];
  });
}

/** Whether the way to a host leads by itself. */
export function leadsInCircles(name: string, hosts: Hosts): boolean {
  const seen = new Set<string>();
  const next = [name];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    const host = hosts[at];
    const before = host?.connect === "ssh" ? (host.via ?? []).filter((one) => typeof one === "string") : [];
    if (before.includes(name)) return true;
    next.push(...before.filter((one) => !seen.has(one)));
    for (const one of before) seen.add(one);
  }
  return false;
}
