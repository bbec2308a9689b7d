import { command, script } from "../../core/command.ts";
import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { byCommands, ownerOf } from "./by-commands.ts";
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
    const { host, plan, directory } = context;
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
    // What an earlier release built must not be taken for this one's.
    await host.run(script('for p; do rm -rf -- "$p"; done', built, { ...ownerOf(context), timeoutSeconds: 600 }));
    await run("run", "build");
    await run("prune", "--omit=dev");
    const missing = (
      await host.run(
        script('for p; do [ -e "$p" ] || echo "$p"; done', built, { ...ownerOf(context), timeoutSeconds: 60 }),
      )
    ).stdout.trim();
    if (missing !== "")
      throw new UserError({
        code: "build-made-nothing",
        what: t`npm run build made no ${missing.split("\n").join(", ")}`,
        where: `${host.name}:${directory}`,
        mend: t`correct deploy.built, or the build`,
      });
    return { note: `package-lock.json, ${built.join(", ")}` };
  },
};
