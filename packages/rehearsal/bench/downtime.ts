import { join } from "node:path";
import { latestRelease, stateOf } from "../../../src/journal/state.ts";
import { planFor } from "../plan/plan-for.ts";
import type { Strategy } from "../production/facts.ts";
import { run } from "../production/processes/run.ts";
import { type MachineProduction, startMachineProduction } from "../production/machine-production.ts";
import { startWorld } from "../world/world.ts";
import type { Bench, Subject } from "./bench.ts";
import { runPlaybook, runScript, tag } from "./by-hand.ts";
import { installedDjango, newDjango } from "./new-django.ts";

export const names = {
  script: "shell script",
  ansible: "Ansible",
  inPlace: "golive, in-place",
  releases: "golive, releases",
  floor: "stop, migrate, start, test and nothing else",
} as const;

/** Changes a fresh production before the release is deployed; returns the Django that has to be there afterwards. */
type Dress = (production: MachineProduction) => Promise<string>;

/** The production's own release: requirements that are there already, a migration, a database of some megabytes. */
export const downtime = downtimeOf("downtime of a small release", installedDjango);

/** The same with a new Django among its requirements, from a folder of wheels as an index on the next machine would give it. */
export const downtimeRequirements = downtimeOf("downtime of a release with a new Django", newDjango);

function downtimeOf(about: string, dressFor: Dress): Bench {
  const dress: Dress = async (production) => {
    // A server's environment has a pip of its own: Ansible asks for it, and golive in-place keeps it beside.
    await run(production.python, ["-m", "venv", "--system-site-packages", join(production.live, ".venv")]);
    return dressFor(production);
  };
  return {
    about: `${about}, by an administrator's script, by Ansible and by golive, as visitors see it`,
    unit: "s",
    rounds: 5,
    warmUps: 0,
    open: async () => ({
      subjects: [
        byHand(names.script, dress, runScript("deploy.sh")),
        byHand(names.ansible, dress, runPlaybook),
        byGolive(names.inPlace, dress, "in-place"),
        byGolive(names.releases, dress, "releases"),
        byHand(names.floor, dress, runScript("floor.sh")),
      ],
      ratios: [
        [names.releases, names.script],
        [names.releases, names.ansible],
        [names.inPlace, names.script],
        [names.floor, names.script],
        [names.floor, names.ansible],
      ],
      close: async () => {},
    }),
  };
}

/** How long visitors got something else than the page; the release has to be live afterwards, with its migration. */
async function seen(production: MachineProduction, django: string, deploy: () => Promise<unknown>): Promise<number> {
  const prober = await production.startProber({ everyMs: 20 });
  await deploy();
  const { downtimeSeconds } = await prober.stop();
  const version = await production.version();
  const migrated = await production.sql("SELECT count(*) FROM django_migrations WHERE name = '0002_booking_ends_at'");
  const runs = await installedDjango(production);
  if (version !== tag || migrated.trim() !== "1" || runs !== django || downtimeSeconds === 0)
    throw new Error(
      `it serves ${version} with Django ${runs}, ${migrated.trim()} migrations of it, after ${downtimeSeconds} s`,
    );
  return downtimeSeconds;
}

function byHand(
  name: string,
  dress: Dress,
  prepare: (production: MachineProduction) => Promise<() => Promise<unknown>>,
): Subject {
  return {
    name,
    async measure() {
      const production = await startMachineProduction({ planFor: (of, facts) => planFor(facts, of), ssh: true });
      try {
        const django = await dress(production);
        const took = await seen(production, django, await prepare(production));
        console.log(`  ${name}: ${took.toFixed(2)} s`);
        return took;
      } finally {
        await production.stop();
      }
    },
  };
}

/** The workflow as a user has it. What is before the window, the day before among it, costs visitors nothing. */
function byGolive(name: string, dress: Dress, strategy: Strategy): Subject {
  return {
    name,
    async measure() {
      // The shortest window that the plan offers: the dump is made and proved beside what follows the migration.
      const world = await startWorld({
        ssh: true,
        dayBefore: true,
        strategy,
        change: (plan) => {
          plan.database.backup.dump = "after-migration";
        },
      });
      try {
        const django = await dress(world.production);
        const took = await seen(world.production, django, async () => {
          const { conclusion, log } = await world.launch({ tag });
          if (conclusion !== "success") throw new Error(log.join("\n"));
        });
        const entries = await world.journal();
        const steps = [...stateOf(entries, latestRelease(entries) ?? "").steps].filter(([id]) =>
          /^(isolate|backup|deploy|verify|open)\./.test(id),
        );
        const parts = steps.map(([id, { seconds = 0 }]) => `${id.replace(/@.*/, "")} ${seconds.toFixed(2)}`);
        console.log(`  ${name}: ${took.toFixed(2)} s (${parts.join(", ")})`);
        return took;
      } finally {
        await world.stop();
      }
    },
  };
}
