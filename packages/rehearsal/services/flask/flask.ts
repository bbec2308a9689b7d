import { join } from "node:path";
import { smokeCheck } from "../../plan/parts.ts";
import type { MachineFacts } from "../../production/facts.ts";
import { run } from "../../production/processes/run.ts";
import { mariadbServer } from "../databases/mariadb/mariadb.ts";
import type { RehearsedService } from "../kind.ts";

const python = ".venv/bin/python";

function inLive(facts: MachineFacts, ...words: string[]): Promise<string> {
  const env = { ENV_FILE: facts.envFile, PYTHONPATH: "." };
  return run(join(facts.live, python), words, { cwd: facts.live, env });
}

/** Neither its language's framework nor its database nor what stands in front has a file of its own in golive. */
export const flask: RehearsedService = {
  about: "Flask, alembic, gunicorn",
  layers: import.meta.dirname,
  database: mariadbServer,
  staging: false,

  settings: () => [],

  async install(facts) {
    await run(facts.python, ["-m", "venv", "--system-site-packages", "--without-pip", join(facts.live, ".venv")], {
      cwd: facts.live,
    });
  },

  async fill(facts, clients) {
    await inLive(facts, "-m", "alembic", "upgrade", "head");
    await inLive(facts, "ops/seed.py", String(clients));
    await inLive(facts, "ops/compress.py");
  },

  programs: (facts) => [
    {
      name: facts.supervisor.program,
      command:
        `${join(facts.live, python)} -m gunicorn clinic.app:app --bind ${new URL(facts.appUrl).host}` +
        " --worker-class gthread --workers 1 --threads 8 --keep-alive 30 --graceful-timeout 8 --access-logfile -",
      log: "psychology-api.log",
    },
  ],

  plan: ({ python: interpreter }) => ({
    deploy: {
      preset: "commands",
      env: { PYTHONPATH: "." },
      install: [[interpreter, "-m", "venv", "--system-site-packages", "--without-pip", ".venv"]],
      installed: [".venv"],
      check: [python, "-c", "import clinic.app"],
      migrate: {
        pending: [python, "ops/pending.py"],
        run: [python, "-m", "alembic", "upgrade", "head"],
        folder: "alembic/versions",
      },
    },
    steps: [],
    trial: null,
    smoke: (check) => ({ ...smokeCheck(check), run: [python, "-m", "pytest", "-q", "--junitxml={report}", "{path}"] }),
  }),

  // Nothing is rehearsed by day that could find out what becomes of it on the way back.
  builds: { id: "compress", title: "Build the styles", run: [python, "ops/compress.py"], "on-rollback": "again" },
};
