import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { Servers } from "../kind.ts";
import { asked, rowsOf, tell } from "./runtime.ts";
import type { HaproxyPlan } from "./schema.ts";
import { keepState } from "./scripts.ts";

/** The servers of a backend, at every balancer. */
export function serversOf(plan: HaproxyPlan, backend: string, hosts: readonly Host[]): Servers {
  const everywhere = <Found>(ask: (host: Host) => Promise<Found>) => Promise.all(hosts.map(ask));
  const set = async (server: string, wanted: "maint" | "ready") =>
    void (await everywhere((host) => setServer(host, plan, { backend, server, wanted })));
  return {
    missing: async () => (await everywhere((host) => missingAt(host, plan, backend))).flat(),
    takeOut: async (host) => set(serverOf(plan, backend, host), "maint"),
    putBack: async (host) => set(serverOf(plan, backend, host), "ready"),
  };
}

function serverOf(plan: HaproxyPlan, backend: string, host: string): string {
  const server = plan.servers[host];
  if (server === undefined)
    throw new UserError({
      code: "haproxy-server-unnamed",
      what: t`load-balancer.servers does not say which server ${host} is`,
      where: "load-balancer.servers",
      mend: t`add ${host}: with its name in the backend ${backend}`,
    });
  return server;
}

async function missingAt(host: Host, plan: HaproxyPlan, backend: string): ReturnType<Servers["missing"]> {
  const wanted = Object.values(plan.servers);
  const rows = (await rowsOf(host, plan, backend)).filter(({ name }) => name !== "BACKEND");
  const names = wanted.length > 0 ? wanted : rows.map(({ name }) => name);
  return names.flatMap((server) => {
    const state = rows.find(({ name }) => name === server)?.status ?? t`not there`;
    // "UP 1/2" is on its way down; "no check" is as good as HAProxy knows.
    return /^(UP|no check)/.test(state) ? [] : [{ balancer: host.name, server, state }];
  });
}

async function setServer(
  host: Host,
  plan: HaproxyPlan,
  { backend, server, wanted }: { backend: string; server: string; wanted: "maint" | "ready" },
): Promise<void> {
  const said = (await tell(host, plan, `set server ${backend}/${server} state ${wanted}`)).trim();
  const row = (await rowsOf(host, plan, backend)).find(({ name }) => name === server);
  const out = /^(MAINT|DRAIN|NOLB)/.test(row?.status ?? "MAINT");
  if (said !== "" || out !== (wanted === "maint"))
    throw new UserError({
      code: "haproxy-server-not-set",
      what: t`${backend}/${server} is ${row?.status ?? t`not there`} after it was set to ${wanted}${said === "" ? "" : ` (${said})`}`,
      where: host.name,
      mend: t`is the socket of level admin, and the server's name the one in haproxy.cfg?`,
    });
  if (plan.stateFile === undefined) return;
  const label = t`write ${plan.stateFile}`;
  await host.run(asked(plan, keepState, [plan.stateFile, plan.socket], { label }));
}
