import type { Command } from "../core/command.ts";
import { CommandError, type Problem } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { type Scope, unitScript } from "../hosts/systemd/scope.ts";
import { heldBy, holdUnits, releaseUnits, whichHeld, wouldStart } from "./shell/scripts.ts";

/**
 * A unit that is stopped starts again when its host is restarted, and by whatever else asks for it. The administrator's
 * drop-in `ConditionPathExists=!FOLDER/%n` (docs/hosts.md) lets a file prevent that: golive writes it before it stops
 * the unit, and takes it away before it starts it. No right is needed but to write in that folder.
 */
const hold = `${heldBy}\n${holdUnits}`;
const release = `${heldBy}\n${releaseUnits}`;
const heldNow = `${heldBy}\n${whichHeld}`;
const look = `${heldBy}\n${wouldStart}`;

const heldText = () =>
  t`golive has stopped this unit for a launch, and it does not start while this file is here: golive status says how the launch stands`;

/** From here on nothing starts these units, as far as they have the drop-in. */
export function holdCommand(folder: string, units: readonly string[], scope: Scope = {}): Command {
  return unitScript(scope, hold, [folder, ...units], {
    stdin: heldText(),
    timeoutSeconds: 60,
    label: t`keep ${units.join(", ")} stopped`,
  });
}

/** They may start again, whoever held them. */
export function releaseCommand(folder: string, units: readonly string[], scope: Scope = {}): Command {
  const label = t`let ${units.join(", ")} start again`;
  return unitScript(scope, release, [folder, ...units], { timeoutSeconds: 60, label });
}

/** Units that a file of golive's keeps stopped now. Changes nothing. */
export async function heldUnits(
  host: Host,
  folder: string,
  units: readonly string[],
  scope: Scope = {},
): Promise<string[]> {
  const label = t`look what is kept stopped`;
  const asked = unitScript(scope, heldNow, [folder, ...units], { timeoutSeconds: 30, label });
  return (await host.run(asked)).stdout.split("\n").filter((line) => line !== "");
}

export interface HoldLook {
  /** What would keep a launch from holding units that have the drop-in. */
  readonly problems: readonly Problem[];
  /** Units that would start by themselves after a restart of the host. */
  readonly bare: readonly string[];
}

/** By day: what a restart of the host would start while the site is closed. Changes nothing. */
export async function lookAtHold(
  host: Host,
  folder: string,
  units: readonly string[],
  scope: Scope = {},
): Promise<HoldLook> {
  if (units.length === 0) return { problems: [], bare: [] };
  const label = t`look what a restart would start`;
  const asked = unitScript(scope, look, [folder, ...units], { timeoutSeconds: 60, label });
  const finished = await host.attempt(asked);
  if (finished.code !== 0) throw new CommandError(host, asked, finished);
  const lines = finished.stdout.split("\n").map((line) => line.split(" "));
  const bare = lines.flatMap(([word, unit = "", state = ""]) =>
    word === "bare" && !["disabled", "masked"].includes(state) ? [unit] : [],
  );
  const denied = lines.some(([word]) => word === "denied");
  return { bare, problems: denied ? [unwritable(host, folder)] : [] };
}

function unwritable(host: Host, folder: string): Problem {
  return {
    code: "hold-unwritable",
    what: t`${folder} cannot be written, so a unit that golive stops could not be kept stopped (services.hold)`,
    where: host.name,
    mend: t`create it and give it to the user of the connection (docs/hosts.md)`,
  };
}
