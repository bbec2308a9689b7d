import { join } from "node:path";
import { smokeCheck, systemCheck, trialOn } from "../../plan/parts.ts";
import type { MachineFacts } from "../../production/facts.ts";
import { run } from "../../production/processes/run.ts";
import { postgresql } from "../databases/postgresql.ts";
import type { RehearsedService } from "../kind.ts";

/** One process for all: most of a command's time is Django's start. */
const commands = `
import django, json, sys
from django.core.management import call_command
django.setup()
for words in json.loads(sys.argv[1]):
    call_command(*words)
`;

/** Runs management commands of the release in the live directory, one after the other. */
function manage(facts: MachineFacts, ...each: readonly (readonly string[])[]): Promise<string> {
  return run(join(facts.live, ".venv", "bin", "python"), ["-c", commands, JSON.stringify(each)], {
    cwd: facts.live,
    env: { ENV_FILE: facts.envFile, DJANGO_SETTINGS_MODULE: "psychology.settings" },
  });
}

export const django: RehearsedService = {
  about: "Django, gunicorn",
  layers: import.meta.dirname,
  database: postgresql,
  staging: true,

  settings: () => ["ALLOWED_HOSTS=127.0.0.1,localhost"],

  async install(facts) {
    const environment = join(facts.live, ".venv");
    // The distribution's packages are all that the requirements ask for, and its pip serves this one as well.
    const words = ["-m", "venv", "--system-site-packages", "--without-pip", environment];
    await run(facts.python, words, { cwd: facts.live });
  },

  async fill(facts, clients) {
    const seed = ["seed", "--clients", String(clients)];
    await manage(facts, ["migrate", "--noinput"], seed, ["collectstatic", "--noinput"], ["compress"]);
  },

  programs: (facts) => [
    {
      name: facts.supervisor.program,
      // One process with threads: its counters are the service's counters.
      command:
        `${join(facts.live, ".venv", "bin", "python")} -m gunicorn psychology.wsgi:application` +
        ` --bind ${new URL(facts.appUrl).host} --worker-class gthread --workers 1 --threads 8` +
        " --keep-alive 30 --graceful-timeout 8 --access-logfile -",
      log: "psychology-api.log",
    },
  ],

  plan: ({ python, sparePort }) => ({
    deploy: { preset: "django", python, "system-site-packages": true },
    steps: [systemCheck],
    trial: trialOn(sparePort),
    smoke: smokeCheck,
  }),

  builds: { id: "compress", title: "Build the styles", run: [".venv/bin/python", "manage.py", "compress"] },
};
