import { command } from "../../core/command.ts";
import { t } from "../../core/text/text.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { byCommands, ownerOf } from "./by-commands.ts";
import { programsForSettings } from "../environment-file.ts";
import { deployOf, type Preset } from "../kind.ts";

const keysOf = (plan: Plan) => deployOf(plan, "compose");

/** The images of the release's compose file are fetched or built; the containers are the service manager's. */
export const compose: Preset = {
  ...byCommands(keysOf),

  noPractice: () => t`containers cannot be shown a copy of their files`,

  programs: (plan) => ["git", "curl", "docker", ...programsForSettings(plan)],

  // Images stay on the host under their own names, so the previous ones need no copy.
  installed: () => [],

  // Layers that are there already are not pulled or built again; which, nobody can tell from the files.
  installsFrom: () => null,

  async install(context) {
    const { file, build } = keysOf(context.plan);
    await context.host.run(
      command("docker", ["compose", "--file", file, ...(build ? ["build", "--quiet"] : ["pull", "--quiet"])], {
        ...ownerOf(context),
        timeoutSeconds: 3600,
      }),
    );
    return { note: t`images of ${file}` };
  },
};
