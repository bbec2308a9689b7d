import { command } from "../../core/command.ts";
import { UserError } from "../../core/errors.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { programsForSettings } from "../environment-file.ts";
import { type DeployContext, deployOf, type Preset } from "../kind.ts";
import { directoryTree } from "../managers/directory-tree.ts";
import { chooseNode, type NodeChoice, nodeFiles, programOf } from "../managers/node-managers.ts";
import { byCommands, ownerOf } from "./by-commands.ts";
import { removeBuilt, requireMade } from "./made.ts";

const keysOf = (plan: Plan) => deployOf(plan, "node");

/** Installed from the lock file by the package manager that wrote it, then the package's own build; what only building needs is dropped. */
export const node: Preset = {
  ...byCommands(keysOf),

  noPractice: () => null,

  programs(plan) {
    const keys = keysOf(plan);
    const named = keys.manager === undefined ? [] : [programOf(keys, keys.manager)];
    return ["git", "curl", ...named, ...programsForSettings(plan)];
  },

  async lacks(plan, tree) {
    const found = await chooseNode(keysOf(plan), tree);
    return "program" in found ? { problems: [], programs: [found.program] } : { problems: found, programs: [] };
  },

  installed: (plan) => ["node_modules", ...(keysOf(plan).build === false ? [] : keysOf(plan).built)],

  installsFrom: () => null,

  async install(context) {
    const { built } = keysOf(context.plan);
    const { lock, manager, build, program } = await choiceIn(context);
    const run = (args: readonly string[]) =>
      context.host.run(
        command(program, args, {
          ...ownerOf(context),
          timeoutSeconds: 1800,
          env: { NODE_ENV: "production", CI: "true", NPM_CONFIG_LOGLEVEL: "error" },
        }),
      );
    await run(build ? manager.all : manager.production);
    if (!build) return { note: lock };
    await removeBuilt(context, built);
    await run(manager.build);
    if (manager.prune !== null) await run(manager.prune);
    await requireMade(context, `${program.slice(program.lastIndexOf("/") + 1)} run build`, built);
    return { note: `${lock}, ${built.join(", ")}` };
  },
};

async function choiceIn(context: DeployContext): Promise<NodeChoice> {
  const { cwd, exclusive: _, ...options } = ownerOf(context);
  const tree = await directoryTree(context.host, cwd, nodeFiles, options);
  const found = await chooseNode(keysOf(context.plan), tree);
  if ("program" in found) return found;
  throw new UserError(found.map((one) => ({ ...one, where: `${context.host.name}:${cwd}` })));
}
