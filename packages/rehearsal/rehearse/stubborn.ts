import { execFile } from "node:child_process";
import { rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import {
  rollbackCode,
  rollbackDatabase,
  rollbackHealth,
  rollbackOpen,
  rollbackStart,
  rollbackStep,
  rollbackStop,
  rollbackVerify,
} from "../../../src/journal/steps/steps.ts";
import type { PlanChange } from "../plan/plan-for.ts";
import type { MachineProduction } from "../production/machine-production.ts";

/** Something that makes one step of the way back fail until it is mended. */
export interface Trouble {
  /** The step that has to fail; null: whichever is the first to notice. */
  readonly at: string | null;
  readonly what: string;
  /** Strikes as this step begins; else before the run that gets there. */
  readonly asItBegins?: string;
  strike(production: MachineProduction): Promise<void>;
  heal(production: MachineProduction): Promise<void>;
}

const run = promisify(execFile);
const away = (path: string): string => `${path}.away`;
const hidden = (path: (production: MachineProduction) => string): Pick<Trouble, "strike" | "heal"> => ({
  strike: (production) => rename(path(production), away(path(production))),
  heal: (production) => rename(away(path(production)), path(production)),
});
const made = (path: (production: MachineProduction) => string): Pick<Trouble, "strike" | "heal"> => ({
  strike: (production) => writeFile(path(production), ""),
  heal: (production) => rm(path(production), { force: true }),
});
const stuck = (production: MachineProduction): string => join(production.directory, "stuck");

/** In the order of the way back: each run gets one step further. */
export const troubles: readonly Trouble[] = [
  {
    at: rollbackStop.id,
    what: "the process manager's configuration cannot be read",
    asItBegins: rollbackStop.id,
    ...hidden(({ supervisor }) => supervisor.config),
  },
  {
    at: rollbackDatabase.id,
    what: "the database server is down",
    strike: (production) => production.stopDatabase(),
    heal: (production) => production.startDatabase(),
  },
  {
    at: null,
    what: "the disk is full",
    asItBegins: rollbackCode.id,
    strike: async ({ directory }) =>
      void (await run("sh", ["-c", 'cat /dev/zero > "$1" 2>/dev/null; true', "sh", join(directory, "filler")])),
    async heal(production) {
      await rm(join(production.directory, "filler"), { force: true });
      await production.startDatabase();
      await production.startManager();
    },
  },
  {
    at: rollbackCode.id,
    what: "the checkout has lost its HEAD",
    asItBegins: rollbackCode.id,
    ...hidden(({ live }) => join(live, ".git/HEAD")),
  },
  {
    at: rollbackStep.of("compress").id,
    what: "a file lies where the step makes its folder",
    asItBegins: rollbackStep.of("compress").id,
    async strike({ live }) {
      await rm(join(live, "built"), { recursive: true, force: true });
      await writeFile(join(live, "built"), "");
    },
    heal: ({ live }) => rm(join(live, "built"), { recursive: true, force: true }),
  },
  {
    at: rollbackStart.id,
    what: "the process manager's configuration cannot be read",
    asItBegins: rollbackStart.id,
    ...hidden(({ supervisor }) => supervisor.config),
  },
  {
    at: rollbackHealth.id,
    what: "the service's role may not log in",
    strike: async ({ sql, postgres }) => void (await sql(`ALTER ROLE "${postgres.owner}" NOLOGIN`, "postgres")),
    heal: async ({ sql, postgres }) => void (await sql(`ALTER ROLE "${postgres.owner}" LOGIN`, "postgres")),
  },
  { at: rollbackVerify.id, what: "a check of the plan fails", ...made(stuck) },
  {
    at: rollbackOpen.id,
    what: "the folder of the page's flag cannot be written",
    async strike({ maintenanceFlag }) {
      const folder = dirname(maintenanceFlag);
      await run("mount", ["--bind", folder, folder]);
      await run("mount", ["-o", "remount,ro,bind", folder]);
    },
    heal: async ({ maintenanceFlag }) => void (await run("umount", [dirname(maintenanceFlag)])),
  },
];

/** A check that can be made to fail. */
export const stubbornChange: PlanChange = (plan) => {
  const file = join(dirname(plan.control.directory), "stuck");
  plan.verify.checks.push({
    kind: "command",
    id: "not-stuck",
    title: "Nothing is stuck",
    host: "app-1",
    run: ["test", "!", "-e", file],
  });
};
