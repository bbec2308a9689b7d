import { join } from "node:path";
import { run } from "../../production/processes/run.ts";
import type { MachineProduction } from "../../production/machine-production.ts";
import { pollUntil } from "../../production/processes/poll-until.ts";

const python = (
  production: MachineProduction,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> => run(join(production.live, ".venv", "bin", "python"), args, { cwd: production.live, env });

export const checkOut = (production: MachineProduction, tag: string): Promise<string> =>
  run("git", ["checkout", "--quiet", "--detach", tag], { cwd: production.live });

export const migrate = (production: MachineProduction): Promise<string> =>
  python(production, ["manage.py", "migrate", "--noinput"], { ENV_FILE: production.envFile });

export async function restart(production: MachineProduction, tag: string): Promise<void> {
  await run("supervisorctl", ["-c", production.supervisor.config, "restart", production.supervisor.program]);
  await pollUntil(async () => (await production.version()) === tag, { what: `${tag} does not run` });
}

export const smoke = (production: MachineProduction, tag: string): Promise<string> =>
  python(production, ["-m", "pytest", "-q", "-p", "no:cacheprovider", "smoke"], {
    BASE_URL: production.appUrl,
    EXPECTED_VERSION: tag,
  });
