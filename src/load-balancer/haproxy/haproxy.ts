import { dirname } from "node:path";
import type { KindProblem } from "../../core/kinds.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { type Balancer, defineBalancer, togetherOf } from "../kind.ts";
import { pageStatus, setPage, writeToken } from "./page.ts";
import { runningIn } from "./runtime.ts";
import { type HaproxyPlan, haproxySchema } from "./schema.ts";
import { serversOf } from "./servers.ts";

/** HAProxy answers with the page while a key of a map says so: `if { str(golive),map(FILE,off) -m str on }`. Nothing is reloaded. */
export const haproxy = defineBalancer(haproxySchema, {
  open: (plan, hosts) =>
    haproxyBalancer(
      plan,
      plan.hosts.map((name) => hosts.get(name)),
    ),
  needs: (plan) =>
    plan.hosts.map((host) => ({
      host,
      programs: ["socat", "awk"],
      user: plan.runAs,
      folders: writtenFiles(plan).map(({ file, ...need }) => ({ ...need, path: dirname(file), user: plan.runAs })),
    })),
  knowsServers: ({ backend }) => backend !== undefined,
  problems: (plan, hosts) => [...backendProblems(plan), ...tokenMapProblems(plan), ...serverProblems(plan, hosts)],
});

export function haproxyBalancer(plan: HaproxyPlan, hosts: readonly Host[]): Balancer {
  const everywhere = <Found>(ask: (host: Host) => Promise<Found>) => Promise.all(hosts.map(ask));
  const { bypass, backend, drain } = plan;
  return {
    on: async () => void (await everywhere((host) => setPage(host, plan, "on"))),
    off: async () => void (await everywhere((host) => setPage(host, plan, "off"))),
    status: async () => togetherOf((await everywhere((host) => pageStatus(host, plan))).flat()),
    ...(bypass && {
      bypass: {
        allow: async (token: string) => void (await everywhere((host) => writeToken(host, plan, bypass.map, token))),
        clear: async () => void (await everywhere((host) => writeToken(host, plan, bypass.map, ""))),
        tricks: ["", plan.key],
      },
    }),
    ...(backend !== undefined && drain && { running: () => everywhere((host) => runningIn(host, plan, backend)) }),
    ...(backend !== undefined && { servers: serversOf(plan, backend, hosts) }),
  };
}

/** Files that are written on a balancer, each by a neighbour that is renamed. */
function writtenFiles({ map, bypass, stateFile }: HaproxyPlan) {
  return [
    { key: "load-balancer.map", file: map },
    ...(bypass ? [{ key: "load-balancer.bypass", file: bypass.map, made: true }] : []),
    ...(stateFile === undefined ? [] : [{ key: "load-balancer.state-file", file: stateFile }]),
  ];
}

function backendProblems({ backend, drain, servers }: HaproxyPlan): KindProblem[] {
  if (backend !== undefined) return [];
  const needing = [...(drain ? ["drain"] : []), ...(Object.keys(servers).length > 0 ? ["servers"] : [])];
  return needing.map((key) => ({
    code: "plan-haproxy-no-backend",
    place: { path: ["load-balancer", key] },
    what: t`the plan names no backend`,
    mend: t`add backend: with its name in haproxy.cfg`,
  }));
}

function tokenMapProblems({ bypass, map }: HaproxyPlan): KindProblem[] {
  if (bypass?.map !== map) return [];
  return [
    {
      code: "plan-haproxy-token-map-shared",
      place: { path: ["load-balancer", "bypass", "map"] },
      what: t`the tokens have a map of their own, and this is the page's`,
      mend: t`name another file, and add it to haproxy.cfg (docs/maintenance.md)`,
    },
  ];
}

function serverProblems({ servers }: HaproxyPlan, hosts: readonly string[]): KindProblem[] {
  return Object.keys(servers)
    .filter((host) => !hosts.includes(host))
    .map((host) => ({
      code: "plan-host-unknown",
      place: { path: ["load-balancer", "servers", host] },
      what: t`host "${host}" is not among hosts`,
      mend: t`use one of: ${hosts.join(", ")}`,
    }));
}
