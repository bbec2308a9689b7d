/**
 * A kind of each family whose addition is a file and a line of its registry, as small as they come. test/contributing.test.ts
 * puts them into a copy of the tree: what else would have to be edited does not compile there.
 */
export interface AddedKind {
  readonly file: string;
  readonly text: string;
  readonly registry: string;
  /** As in CONTRIBUTING.md: a line with a plus goes behind the one above it. */
  readonly lines: string;
}

const probe: AddedKind = {
  file: "src/access/probes/ping.ts",
  text: `import { z } from "zod";
import { command } from "../../core/command.ts";
import { hostName } from "../../plan/schema/fields.ts";
import { common } from "../common-schema.ts";
import { defineProbe } from "../define-probe.ts";

const pingSchema = z.strictObject({ kind: z.literal("ping"), ...common, "seen-host": hostName });

export const ping = defineProbe(pingSchema, {
  programs: ["ping"],
  readsSettings: false,
  title: (probe) => probe.seenHost,
  async run(probe, { host }) {
    const { code } = await host.attempt(command("ping", ["-c1", "--", probe.seenHost], { timeoutSeconds: 30 }));
    return { verdict: code === 0 ? "pass" : "fail", evidence: String(code) };
  },
});
`,
  registry: "src/access/registry.ts",
  lines: ` import { http } from "./probes/http.ts";
+import { ping } from "./probes/ping.ts";
   smtp,
+  ping,
`,
};

const channel: AddedKind = {
  file: "src/notices/ntfy.ts",
  text: `import { z } from "zod";
import { httpUrl } from "../plan/schema/fields.ts";
import { hookAnswer } from "./hook-answer.ts";
import { channelKeys, defineChannel, key } from "./kind.ts";
import { post } from "./post.ts";

const ntfySchema = z.strictObject({
  kind: z.literal("ntfy"),
  ...channelKeys,
  url: httpUrl("Where a message is posted."),
  key: key("The token."),
});

export const ntfy = defineChannel(ntfySchema, {
  async send({ url, proxy }, { headline }, { secret, signal }) {
    const headers = { authorization: secret };
    return hookAnswer(await post(url, headline, { proxy, signal, headers }), "ntfy");
  },
});
`,
  registry: "src/notices/registry.ts",
  lines: ` import { mattermost } from "./mattermost.ts";
+import { ntfy } from "./ntfy.ts";
   mattermost,
+  ntfy,
`,
};

const balancer: AddedKind = {
  file: "src/load-balancer/flag.ts",
  text: `import { z } from "zod";
import { command } from "../core/command.ts";
import { hostName, path } from "../plan/schema/fields.ts";
import { defineBalancer } from "./kind.ts";
import { maintenanceProof } from "./page-schema.ts";

const flagSchema = z.strictObject({
  kind: z.literal("flag"),
  host: hostName,
  file: path("There while the page is up."),
  ...maintenanceProof,
});

export const flag = defineBalancer(flagSchema, {
  open({ host, file }, hosts) {
    const run = (program: string) => hosts.get(host).attempt(command(program, ["--", file], { timeoutSeconds: 30 }));
    return {
      on: async () => void (await run("touch")),
      off: async () => void (await run("rm")),
      status: async () => ((await run("stat")).code === 0 ? "on" : "off"),
    };
  },
  needs: ({ host }) => [{ host, programs: ["touch"] }],
  knowsServers: () => false,
  problems: () => [],
});
`,
  registry: "src/load-balancer/registry.ts",
  lines: ` import { byCommand } from "./command.ts";
+import { flag } from "./flag.ts";
   haproxy,
+  flag,
`,
};

const manager: AddedKind = {
  file: "src/services/managers/runit.ts",
  text: `import { rootCommand } from "../../hosts/sudo/sudo.ts";
import type { Managed, Manager } from "./kind.ts";

const sv = ({ sudo, stopTimeout }: Managed, does: string, unit: string) =>
  rootCommand(sudo, ["sv", does, unit], { timeoutSeconds: stopTimeout });

export const runit: Manager = {
  ofSystemd: false,
  programs: ["sv"],
  stop: (plan, unit) => sv(plan, "stop", unit),
  ready: () => [],
  start: (plan, unit) => sv(plan, "start", unit),
  status: (plan, unit) => sv(plan, "status", unit),
  state: (stdout) => (stdout.startsWith("run:") ? "running" : "stopped"),
};
`,
  registry: "src/services/managers/registry.ts",
  lines: ` import type { Manager } from "./kind.ts";
+import { runit } from "./runit.ts";
   supervisor,
+  runit,
`,
};

export const addedKinds: readonly AddedKind[] = [probe, channel, balancer, manager];
