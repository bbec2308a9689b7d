import { type Command, script } from "../core/command.ts";
import { CommandError, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import type { Balancer, BalancerPlan, Servers } from "./balancer.ts";

type HaproxyPlan = Extract<BalancerPlan, { kind: "haproxy" }>;

// The file is what a reload reads, the runtime map is what counts now; both are written, the file first. What else is
// in the map stays. $1 file, $2 key, $3 value, $4 socket.
const setScript = `say() { printf '%s\\n' "$1" | socat -t 10 - "UNIX-CONNECT:$2"; }
t="$1.golive-$$"; trap 'rm -f -- "$t"' EXIT
{ [ ! -f "$1" ] || awk -v k="$2" '$1 != k' "$1" || exit 1; printf '%s %s\\n' "$2" "$3"; } > "$t" || exit 1
[ ! -f "$1" ] || chmod --reference="$1" -- "$t" || exit 1
sync "$t" && mv -f -- "$t" "$1" || exit 1
if say "show map $1" "$4" | awk -v k="$2" '$2 == k { f = 1 } END { exit !f }'; then say "set map $1 $2 $3" "$4"; else say "add map $1 $2 $3" "$4"; fi`;
// Two words: the file's and the runtime map's. A map that HAProxy does not know is an error of its own.
const statusScript = `m=$(printf 'show map %s\\n' "$1" | socat -t 10 - "UNIX-CONNECT:$3") || exit 1
case "$m" in *Unknown*|*"ermission"*|*"nvalid"*) printf '%s\\n' "$m" >&2; exit 3 ;; esac
f=$(awk -v k="$2" '$1 == k { v = $2 } END { print (v == "on" ? "on" : "off") }' "$1" 2>/dev/null || echo off)
printf '%s\\n' "$m" | awk -v k="$2" -v f="\${f:-off}" '$2 == k { v = $3 } END { print f, (v == "on" ? "on" : "off") }'`;
// The map of tokens is golive's alone: it holds the one on standard input, or none. Read back here, so that no token is
// printed: 4 when HAProxy has not what it should. printf belongs to the shell, so it is no argument either. $1 file, $2 socket.
const onlyToken = `IFS= read -r k; umask 077
say() { printf '%s\\n' "$1" | socat -t 10 - "UNIX-CONNECT:$s"; }
s=$2; t="$1.golive-$$"; trap 'rm -f -- "$t"' EXIT
if [ -z "$k" ]; then : ; else printf '%s yes\\n' "$k"; fi > "$t" || exit 1
[ ! -f "$1" ] || chmod --reference="$1" -- "$t" || exit 1
sync "$t" && mv -f -- "$t" "$1" || exit 1
m=$(say "show map $1") || exit 1
case "$m" in *Unknown*|*ermission*|*nvalid*) exit 3 ;; esac
say "clear map $1" >/dev/null && { [ -z "$k" ] || say "add map $1 $k yes" >/dev/null; } || exit 1
m=$(say "show map $1"); n=0; y=
while read -r _ a b; do [ -z "$a" ] || n=$((n + 1)); [ "$a $b" != "$k yes" ] || y=yes; done <<end
$m
end
if [ -z "$k" ]; then [ "$n" = 0 ]; else [ "$n$y" = 1yes ]; fi || exit 4`;
const knownScript = `m=$(printf 'show map %s\\n' "$1" | socat -t 10 - "UNIX-CONNECT:$2") || exit 1
case "$m" in *Unknown*|*ermission*|*nvalid*) exit 3 ;; esac`;
const sayScript = `printf '%s\\n' "$1" | socat -t 10 - "UNIX-CONNECT:$2"`;
// What HAProxy reads when it starts anew. $1 file, $2 socket.
const keepScript = `t="$1.golive-$$"; trap 'rm -f -- "$t"' EXIT
printf 'show servers state\\n' | socat -t 10 - "UNIX-CONNECT:$2" > "$t" && [ -s "$t" ] || exit 1
[ ! -f "$1" ] || chmod --reference="$1" -- "$t" || exit 1
sync "$t" && mv -f -- "$t" "$1"`;

/** HAProxy answers with the page while a key of a map says so: `if { str(golive),map(FILE,off) -m str on }`. Nothing is reloaded. */
export function haproxyBalancer(plan: HaproxyPlan, hosts: readonly Host[]): Balancer {
  const asUser = plan.runAs === undefined ? {} : { user: plan.runAs };
  const asked = (text: string, values: readonly string[], label: string): Command =>
    script(text, [plan.map, plan.key, ...values], { timeoutSeconds: 30, label, ...asUser });
  const everywhere = <Found>(ask: (host: Host) => Promise<Found>) => Promise.all(hosts.map(ask));
  const { bypass, backend, drain } = plan;
  const requireKnown = async (host: Host, map: string, command: Command) => {
    const finished = await host.attempt(command);
    if (finished.code === 3)
      throw new UserError({
        what: t`HAProxy has no map ${map}`,
        where: host.name,
        mend: t`is it spelled as in haproxy.cfg, and is the socket of level admin? See docs/maintenance.md`,
      });
    if (finished.code !== 0) throw new CommandError(host, command, finished);
    return finished;
  };
  const statusOf = async (host: Host): Promise<readonly string[]> => {
    // A way past the page that is not there is found by day as well.
    if (bypass)
      await requireKnown(
        host,
        bypass.map,
        script(knownScript, [bypass.map, plan.socket], {
          timeoutSeconds: 30,
          label: `show map ${bypass.map}`,
          ...asUser,
        }),
      );
    const finished = await requireKnown(host, plan.map, asked(statusScript, [plan.socket], `show map ${plan.map}`));
    return finished.stdout.trim().split(/\s+/);
  };
  const set = async (host: Host, value: "on" | "off") => {
    await host.run(asked(setScript, [value, plan.socket], `set map ${plan.map} ${plan.key} ${value}`));
    const found = await statusOf(host);
    if (found.some((word) => word !== value))
      throw new UserError({
        what: t`after "set map" the file says ${found[0]} and HAProxy ${found[1]}, not ${value}`,
        where: host.name,
        mend: t`is the socket of level admin, and the map's name the one in haproxy.cfg?`,
      });
  };
  const tokens = (map: string, token: string) =>
    everywhere(async (host) => {
      const command = script(onlyToken, [map, plan.socket], {
        stdin: `${token}\n`,
        timeoutSeconds: 60,
        label: t`write ${map}`,
        ...asUser,
        ...(token === "" ? {} : { secrets: [token] }),
      });
      const finished = await host.attempt(command);
      if (finished.code === 4)
        throw new UserError({
          what: t`HAProxy did not take over what was written into ${map}`,
          where: host.name,
          mend: t`is the socket of level admin?`,
        });
      if (finished.code === 3)
        await requireKnown(
          host,
          map,
          script(knownScript, [map, plan.socket], { timeoutSeconds: 30, label: `show map ${map}`, ...asUser }),
        );
      if (finished.code !== 0) throw new CommandError(host, command, finished);
    });
  return {
    on: async () => void (await everywhere((host) => set(host, "on"))),
    off: async () => void (await everywhere((host) => set(host, "off"))),
    async status() {
      const words = (await everywhere(statusOf)).flat();
      return words.every((word) => word === "on") ? "on" : words.every((word) => word === "off") ? "off" : "mixed";
    },
    ...(bypass === undefined
      ? {}
      : {
          bypass: {
            allow: async (token: string) => void (await tokens(bypass.map, token)),
            clear: async () => void (await tokens(bypass.map, "")),
            tricks: ["", plan.key],
          },
        }),
    // A backend's own count: the page is answered before it, and health checks are none of it.
    ...(backend === undefined || drain === undefined
      ? {}
      : {
          running: () =>
            everywhere(async (host) =>
              (await rowsOf(host, plan, backend))
                .filter(({ name }) => name === "BACKEND")
                .reduce((sum, { sessions }) => sum + sessions, 0),
            ),
        }),
    ...(backend === undefined ? {} : { servers: serversOf(plan, backend, everywhere) }),
  };
}

interface Row {
  readonly name: string;
  readonly sessions: number;
  readonly status: string;
}

async function say(host: Host, plan: HaproxyPlan, text: string): Promise<string> {
  return (
    await host.run(
      script(sayScript, [text, plan.socket], {
        timeoutSeconds: 30,
        label: text,
        ...(plan.runAs === undefined ? {} : { user: plan.runAs }),
      }),
    )
  ).stdout;
}

/** A backend's rows of `show stat`, by the names of its columns. */
async function rowsOf(host: Host, plan: HaproxyPlan, backend: string): Promise<readonly Row[]> {
  const [head = "", ...lines] = (await say(host, plan, "show stat")).split("\n");
  const names = head.replace(/^# /, "").split(",");
  const [at, name, sessions, status] = ["pxname", "svname", "scur", "status"].map((column) => names.indexOf(column));
  const rows = lines
    .map((line) => line.split(","))
    .filter((cells) => cells[at ?? -1] === backend && cells[name ?? -1] !== "FRONTEND");
  if (rows.length === 0)
    throw new UserError({
      what: t`HAProxy has no backend ${backend}`,
      where: host.name,
      mend: t`is load-balancer.backend spelled as in haproxy.cfg?`,
    });
  return rows.map((cells) => ({
    name: cells[name ?? -1] ?? "",
    sessions: Number(cells[sessions ?? -1]),
    status: cells[status ?? -1] ?? "",
  }));
}

function serversOf(
  plan: HaproxyPlan,
  backend: string,
  everywhere: <Found>(ask: (host: Host) => Promise<Found>) => Promise<Found[]>,
): Servers {
  const named = (host: string): string => {
    const server = plan.servers[host];
    if (server === undefined)
      throw new UserError({
        what: t`load-balancer.servers does not say which server ${host} is`,
        where: "load-balancer.servers",
        mend: t`add ${host}: with its name in the backend ${backend}`,
      });
    return server;
  };
  const set = async (server: string, wanted: "maint" | "ready") => {
    await everywhere(async (host) => {
      const said = (await say(host, plan, `set server ${backend}/${server} state ${wanted}`)).trim();
      const row = (await rowsOf(host, plan, backend)).find(({ name }) => name === server);
      const out = /^(MAINT|DRAIN|NOLB)/.test(row?.status ?? "MAINT");
      if (said !== "" || out !== (wanted === "maint"))
        throw new UserError({
          what: t`${backend}/${server} is ${row?.status ?? t`not there`} after it was set to ${wanted}${said === "" ? "" : ` (${said})`}`,
          where: host.name,
          mend: t`is the socket of level admin, and the server's name the one in haproxy.cfg?`,
        });
      if (plan.stateFile !== undefined)
        await host.run(
          script(keepScript, [plan.stateFile, plan.socket], {
            timeoutSeconds: 30,
            label: t`write ${plan.stateFile}`,
            ...(plan.runAs === undefined ? {} : { user: plan.runAs }),
          }),
        );
    });
  };
  return {
    async missing() {
      const wanted = Object.values(plan.servers);
      const found = await everywhere(async (host) => {
        const rows = (await rowsOf(host, plan, backend)).filter(({ name }) => name !== "BACKEND");
        const names = wanted.length > 0 ? wanted : rows.map(({ name }) => name);
        return names.flatMap((server) => {
          const state = rows.find(({ name }) => name === server)?.status ?? t`not there`;
          // "UP 1/2" is on its way down; "no check" is as good as HAProxy knows.
          return /^(UP|no check)/.test(state) ? [] : [{ balancer: host.name, server, state }];
        });
      });
      return found.flat();
    },
    takeOut: async (host) => set(named(host), "maint"),
    putBack: async (host) => set(named(host), "ready"),
  };
}
