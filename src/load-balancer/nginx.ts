import { dirname, posix } from "node:path";
import { z } from "zod";
import { command, script } from "../core/command.ts";
import { UserError } from "../core/errors.ts";
import type { KindProblem } from "../core/kinds.ts";
import { msg, t } from "../core/text/text.ts";
import { type Host, writeFileCommand } from "../hosts/host.ts";
import type { Parsed } from "../plan/camel-keys.ts";
import { duration, hostName, httpUrl, path } from "../plan/schema/fields.ts";
import { type Balancer, defineBalancer, togetherOf } from "./kind.ts";
import { drained, maintenanceProof, pastThePage } from "./page-schema.ts";
import { onlyToken } from "./scripts.ts";

const nginxSchema = z.strictObject({
  kind: z.literal("nginx"),
  hosts: z.array(hostName).min(1, msg`needs at least one host`),
  flag: path("File whose presence makes nginx answer 503 with the maintenance page."),
  bypass: z
    .strictObject({
      directory: path("Folder whose files are the tokens; golive's alone, and not that of the flag."),
    })
    .optional()
    .describe(pastThePage),
  drain: z
    .strictObject({
      within: duration("15s"),
      status: httpUrl("nginx's stub_status, asked on the balancer itself."),
    })
    .optional()
    .describe(drained),
  ...maintenanceProof,
});
type NginxPlan = Parsed<typeof nginxSchema>;

/** nginx tests for the flag file at each request (`if (-f …) { return 503; }`), so nothing is reloaded. */
export const nginx = defineBalancer(nginxSchema, {
  open: (plan, hosts) =>
    nginxBalancer(
      plan,
      plan.hosts.map((name) => hosts.get(name)),
    ),
  needs: ({ hosts, flag, bypass, drain }) =>
    hosts.map((host) => ({
      host,
      programs: [...(drain ? ["curl"] : []), ...(bypass ? ["find"] : [])],
      folders: [
        { key: "load-balancer.flag", path: dirname(flag) },
        ...(bypass ? [{ key: "load-balancer.bypass", path: bypass.directory, made: true }] : []),
      ],
    })),
  knowsServers: () => false,
  problems: flagProblems,
});

function flagProblems({ flag, bypass }: NginxPlan): KindProblem[] {
  if (!bypass || !flag.startsWith(`${bypass.directory}/`)) return [];
  return [
    {
      code: "plan-nginx-flag-among-tokens",
      place: { path: ["load-balancer", "bypass", "directory"] },
      what: t`the flag lies in the folder of the tokens`,
      mend: t`give the tokens a folder of their own`,
    },
  ];
}

export function nginxBalancer(plan: NginxPlan, hosts: readonly Host[]): Balancer {
  const { flag, bypass, drain } = plan;
  const everywhere = <Found>(ask: (host: Host) => Promise<Found>) => Promise.all(hosts.map(ask));
  return {
    // nginx's workers only look whether the file is there; people may read why.
    on: async (reason) => void (await everywhere((host) => host.run(writeFileCommand(flag, `${reason}\n`, "644")))),
    off: async () =>
      void (await everywhere((host) => host.run(script('rm -f -- "$1"', [flag], { timeoutSeconds: 30 })))),
    status: async () => togetherOf(await everywhere((host) => flagStatus(host, flag))),
    ...(bypass && {
      bypass: {
        allow: async (token: string) => void (await everywhere((host) => writeToken(host, bypass.directory, token))),
        clear: async () => void (await everywhere((host) => writeToken(host, bypass.directory, ""))),
        // The flag is a file that is there: a configuration without the form's map would take the way to it for a token.
        tricks: ["", ".", posix.relative(bypass.directory, flag)],
      },
    }),
    ...(drain && { running: () => everywhere((host) => writing(host, drain.status)) }),
  };
}

async function flagStatus(host: Host, flag: string): Promise<string> {
  const look = script('if [ -f "$1" ]; then echo on; else echo off; fi', [flag], { timeoutSeconds: 30 });
  return (await host.run(look)).stdout.trim();
}

const formGlob = "[0-9a-f]".repeat(64);

/** The folder holds this token and no other, or none when it is empty. */
async function writeToken(host: Host, directory: string, token: string): Promise<void> {
  await host.run(
    script(onlyToken, [directory, formGlob], {
      timeoutSeconds: 30,
      stdin: `${token}\n`,
      ...(token === "" ? {} : { secrets: [token] }),
      label: token === "" ? t`clear ${directory}` : t`write a token into ${directory}`,
    }),
  );
}

/** Requests under way, from the end of their headers on, as `stub_status` counts them; its own is not one of them. */
async function writing(host: Host, url: string): Promise<number> {
  const { code, stdout } = await host.attempt(
    command("curl", ["-q", "-sS", "--globoff", "--noproxy", "*", "--max-time", "5", "--", url], { timeoutSeconds: 15 }),
  );
  const found = /^Reading: \d+ Writing: (\d+) Waiting: \d+/m.exec(stdout);
  if (code !== 0 || found === null)
    throw new UserError({
      code: "nginx-no-stub-status",
      what: t`${url} is not a page of nginx's stub_status`,
      where: host.name,
      mend: t`give it a server of its own on loopback (docs/maintenance.md)`,
    });
  return Math.max(0, Number(found[1]) - 1);
}
