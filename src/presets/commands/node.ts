import { command } from "../../core/command.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { byCommands, ownerOf } from "./by-commands.ts";
import { removeBuilt, requireMade } from "./made.ts";
import { programsForSettings } from "../environment-file.ts";
import { deployOf, type Preset } from "../kind.ts";

const keysOf = (plan: Plan) => deployOf(plan, "node");

/** npm ci from the lock file, then the package's own build; what only building needs is dropped. */
export const node: Preset = {
  ...byCommands(keysOf),

  noPractice: () => null,

  programs: (plan) => ["git", "curl", keysOf(plan).npm, ...programsForSettings(plan)],

  installed: (plan) => ["node_modules", ...(keysOf(plan).build ? keysOf(plan).built : [])],

  installsFrom: () => null,

  async install(context) {
    const { host, plan } = context;
    const { npm, build, built } = keysOf(plan);
    const run = (...args: string[]) =>
      host.run(
        command(npm, [...args, "--no-audit", "--no-fund", "--no-update-notifier"], {
          ...ownerOf(context),
          timeoutSeconds: 1800,
          env: { NODE_ENV: "production", CI: "true", NPM_CONFIG_LOGLEVEL: "error" },
        }),
      );
    await run("ci", ...(build ? ["--include=dev"] : ["--omit=dev"]));
    if (!build) return { note: "package-lock.json" };
    await removeBuilt(context, built);
    await run("run", "build");
    await run("prune", "--omit=dev");
    await requireMade(context, "npm run build", built);
    return { note: `package-lock.json, ${built.join(", ")}` };
  },
};
