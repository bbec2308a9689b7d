import { type Command, script } from "../core/command.ts";
import { CommandError, UserError } from "../core/errors.ts";
import type { Host } from "../hosts/host.ts";
import type { Balancer, BalancerPlan } from "./balancer.ts";

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

/** HAProxy answers with the page while a key of a map says so: `if { str(golive),map(FILE,off) -m str on }`. Nothing is reloaded. */
export function haproxyBalancer(plan: HaproxyPlan, hosts: readonly Host[]): Balancer {
  const asUser = plan["run-as"] === undefined ? {} : { user: plan["run-as"] };
  const asked = (text: string, values: readonly string[], label: string): Command => script(text, [plan.map, plan.key, ...values], { timeoutSeconds: 30, label, ...asUser });
  const statusOf = async (host: Host): Promise<readonly string[]> => {
    const command = asked(statusScript, [plan.socket], `show map ${plan.map}`);
    const finished = await host.attempt(command);
    if (finished.code === 3) throw new UserError({ what: `HAProxy has no map ${plan.map}`, where: host.name, mend: "is it spelled as in haproxy.cfg, and is the socket of level admin? See docs/maintenance.md" });
    if (finished.code !== 0) throw new CommandError(host.name, command, finished);
    return finished.stdout.trim().split(/\s+/);
  };
  const set = async (host: Host, value: "on" | "off") => {
    await host.run(asked(setScript, [value, plan.socket], `set map ${plan.map} ${plan.key} ${value}`));
    const found = await statusOf(host);
    if (found.some((word) => word !== value)) throw new UserError({ what: `after "set map" the file says ${found[0]} and HAProxy ${found[1]}, not ${value}`, where: host.name, mend: "is the socket of level admin, and the map's name the one in haproxy.cfg?" });
  };
  return {
    on: async () => void (await Promise.all(hosts.map((host) => set(host, "on")))),
    off: async () => void (await Promise.all(hosts.map((host) => set(host, "off")))),
    async status() {
      const words = (await Promise.all(hosts.map(statusOf))).flat();
      return words.every((word) => word === "on") ? "on" : words.every((word) => word === "off") ? "off" : "mixed";
    },
  };
}
