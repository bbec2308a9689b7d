import { z } from "zod";
import { script } from "../../core/command.ts";
import { msg, t } from "../../core/text/text.ts";
import { rootCommand } from "../../hosts/sudo/sudo.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { holdCommand, lookAtHold, releaseCommand } from "../hold.ts";
import { targetProblems } from "../units/unit-looks.ts";
import { managedProblems, startOfRunning } from "../unit-rights.ts";
import { byExitCode, rightsOf, type Ways } from "./by-exit-code.ts";
import { defineWork, workKeys } from "./kind.ts";
import { unitStatus } from "./scripts.ts";

const systemdSchema = z.strictObject({
  kind: z.literal("systemd"),
  ...workKeys,
  unit: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9@:._-]*$/, msg`is not the name of a unit`)
    .describe("A worker, or a timer (clinic-reminders.timer)."),
});
type UnitWork = Parsed<typeof systemdSchema>;

/** A worker or a timer, kept stopped like the units of the service. */
export const systemd = defineWork(systemdSchema, {
  name: ({ unit }) => unit,
  open: (host, work, { hold }) =>
    byExitCode(host, {
      ...waysOf(work),
      name: work.title ?? work.unit,
      mend: t`is this the name of a unit there?`,
      before: { pause: holdCommand(hold, [work.unit]), resume: releaseCommand(hold, [work.unit]) },
      async problems() {
        const targets = await targetProblems(host, {}, [work.unit]);
        if (targets.length > 0) return targets;
        const { problems } = await lookAtHold(host, hold, [work.unit]);
        // What sudo lets run is looked at for the whole host. One that does not work cannot be tried.
        if (work.sudo || (await host.attempt(waysOf(work).status)).code !== 0) return problems;
        return [...problems, ...(await managedProblems(host, startOfRunning(work.unit), work.unit))];
      },
    }),
  rights: (work) => rightsOf(waysOf(work)),
  unit: ({ unit }) => unit,
});

function waysOf({ unit, sudo, timeout: timeoutSeconds }: UnitWork): Ways {
  return {
    status: script(unitStatus, [unit], { timeoutSeconds: 30, label: `systemctl show ${unit}` }),
    pause: rootCommand(sudo, ["systemctl", "stop", "--", unit], { timeoutSeconds }),
    resume: rootCommand(sudo, ["systemctl", "start", "--", unit], { timeoutSeconds }),
  };
}
