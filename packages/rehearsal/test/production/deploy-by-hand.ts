import { join } from "node:path";
import { run } from "../../production/processes/run.ts";
import type { Stage } from "../../production/stage.ts";
import { until } from "../../production/processes/until.ts";

const python = (stage: Stage, args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> =>
  run(join(stage.live, ".venv", "bin", "python"), args, { cwd: stage.live, env });

export const checkOut = (stage: Stage, tag: string): Promise<string> =>
  run("git", ["checkout", "--quiet", "--detach", tag], { cwd: stage.live });

export const migrate = (stage: Stage): Promise<string> =>
  python(stage, ["manage.py", "migrate", "--noinput"], { ENV_FILE: stage.envFile });

export async function restart(stage: Stage, tag: string): Promise<void> {
  await run("supervisorctl", ["-c", stage.supervisor.config, "restart", stage.supervisor.program]);
  await until(`${tag} does not run`, async () => (await stage.version()) === tag);
}

export const smoke = (stage: Stage, tag: string): Promise<string> =>
  python(stage, ["-m", "pytest", "-q", "-p", "no:cacheprovider", "smoke"], {
    BASE_URL: stage.appUrl,
    EXPECTED_VERSION: tag,
  });
