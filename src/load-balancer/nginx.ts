import { posix } from "node:path";
import { command, script } from "../core/command.ts";
import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { type Host, writeFileCommand } from "../hosts/host.ts";
import type { Balancer, BalancerPlan } from "./balancer.ts";

type NginxPlan = Extract<BalancerPlan, { kind: "nginx" }>;

// A token is the name of an empty file, so its folder may be passed through and not listed: 0711. Whatever else looks
// like a token goes. $1 the folder, $2 the form; the token comes on standard input, as arguments are for all to see.
const onlyToken = `IFS= read -r t; umask 066
[ -d "$1" ] || mkdir -p -m 711 -- "$1" || exit 1
chmod go-w,o-r,o+x -- "$1" 2>/dev/null || [ -z "$(find "$1" -maxdepth 0 -perm /006)" ] || { echo "fatal: others may list $1" >&2; exit 1; }
find "$1" -mindepth 1 -maxdepth 1 -type f -name "$2" -delete || exit 1
[ -z "$t" ] || : > "$1/$t"`;
const formGlob = "[0-9a-f]".repeat(64);

/** nginx tests for the flag file at each request (`if (-f …) { return 503; }`), so nothing is reloaded. */
export function nginxBalancer(plan: NginxPlan, hosts: readonly Host[]): Balancer {
  const options = { timeoutSeconds: 30 };
  const { bypass, drain } = plan;
  const everywhere = <Found>(ask: (host: Host) => Promise<Found>) => Promise.all(hosts.map(ask));
  return {
    async on(reason) {
      // nginx's workers only look whether the file is there; people may read why.
      await everywhere((host) => host.run(writeFileCommand(plan.flag, `${reason}\n`, "644")));
    },
    async off() {
      await everywhere((host) => host.run(script('rm -f -- "$1"', [plan.flag], options)));
    },
    async status() {
      const found = await everywhere(async (host) =>
        (await host.run(script('if [ -f "$1" ]; then echo on; else echo off; fi', [plan.flag], options))).stdout.trim(),
      );
      return found.every((one) => one === "on") ? "on" : found.every((one) => one === "off") ? "off" : "mixed";
    },
    ...(bypass === undefined
      ? {}
      : {
          bypass: {
            allow: async (token) =>
              void (await everywhere((host) =>
                host.run(
                  script(onlyToken, [bypass.directory, formGlob], {
                    ...options,
                    stdin: `${token}\n`,
                    secrets: [token],
                    label: t`write a token into ${bypass.directory}`,
                  }),
                ),
              )),
            clear: async () =>
              void (await everywhere((host) =>
                host.run(
                  script(onlyToken, [bypass.directory, formGlob], {
                    ...options,
                    stdin: "\n",
                    label: t`clear ${bypass.directory}`,
                  }),
                ),
              )),
            // The flag is a file that is there: a configuration without the form's map would take the way to it for a token.
            tricks: ["", ".", posix.relative(bypass.directory, plan.flag)],
          },
        }),
    ...(drain === undefined ? {} : { running: () => everywhere((host) => writing(host, drain.status)) }),
  };
}

/** Requests under way, from the end of their headers on, as `stub_status` counts them; its own is not one of them. */
async function writing(host: Host, url: string): Promise<number> {
  const { code, stdout } = await host.attempt(
    command("curl", ["-q", "-sS", "--globoff", "--noproxy", "*", "--max-time", "5", "--", url], { timeoutSeconds: 15 }),
  );
  const found = /^Reading: \d+ Writing: (\d+) Waiting: \d+/m.exec(stdout);
  if (code !== 0 || found === null)
    throw new UserError({
      what: t`${url} is not a page of nginx's stub_status`,
      where: host.name,
      mend: t`give it a server of its own on loopback (docs/maintenance.md)`,
    });
  return Math.max(0, Number(found[1]) - 1);
}
