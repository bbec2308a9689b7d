import { command, type Command, script } from "../../core/command.ts";
import type { Done } from "../../core/step.ts";
import { lockFile } from "../../plan/layout.ts";
import { type DeployContext, deployOf } from "../kind.ts";
import { directoryTree } from "../managers/directory-tree.ts";
import { choosePython, pythonFiles } from "../managers/python-managers.ts";
import { makeEnvironment } from "./scripts.ts";

function keysOf({ plan }: DeployContext) {
  return deployOf(plan, "django");
}

function ownerOf({ plan }: DeployContext) {
  const { runAs: user } = plan.deploy;
  return user === undefined ? {} : { user };
}

/** The virtual environment, and in it what the release asks for. */
export async function installPython(context: DeployContext): Promise<Done> {
  const { host, plan, directory } = context;
  const { python, venv, systemSitePackages } = keysOf(context);
  const options = { cwd: directory, exclusive: lockFile(plan), ...ownerOf(context) };
  const manager = await managerIn(context);
  const making = [python, `${directory}/${venv}`, systemSitePackages ? "yes" : "no"];
  await host.run(script(makeEnvironment, making, options));
  const { file, args, env, note } = installCommand(context, manager);
  await host.run(command(file, args, { ...options, timeoutSeconds: 1800, env }));
  return { note };
}

type Manager = "pip" | "poetry" | "uv";

/** Into the environment that is there, what the lock file says and nothing else. */
function installCommand(
  context: DeployContext,
  manager: Manager,
): Pick<Command, "file" | "args"> & { env: Record<string, string>; note: string } {
  const { venv, requirements, managerProgram } = keysOf(context);
  const there = `${context.directory}/${venv}`;
  const file = managerProgram ?? manager;
  switch (manager) {
    case "pip":
      return {
        file: `${there}/bin/python`,
        args: ["-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet", "-r", requirements],
        env: {},
        note: requirements,
      };
    case "poetry":
      return {
        file,
        args: ["install", "--sync", "--only", "main", "--no-root", "--no-interaction", "--no-ansi"],
        env: { VIRTUAL_ENV: there, POETRY_VIRTUALENVS_CREATE: "false" },
        note: "poetry.lock",
      };
    case "uv":
      return {
        file,
        args: ["sync", "--frozen", "--no-dev", "--no-install-project", "--no-progress"],
        env: { VIRTUAL_ENV: there, UV_PROJECT_ENVIRONMENT: there, UV_PYTHON_DOWNLOADS: "never" },
        note: "uv.lock",
      };
  }
}

async function managerIn(context: DeployContext): Promise<Manager> {
  const { host, directory } = context;
  const keys = keysOf(context);
  const tree = await directoryTree(host, directory, pythonFiles(keys), ownerOf(context));
  const found = await choosePython(keys, tree);
  // By day what is missing was told; here pip says it in its own words.
  return typeof found === "string" ? found : (keys.manager ?? "pip");
}
