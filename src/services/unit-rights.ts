import { type Command, command } from "../core/command.ts";
import type { Problem } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import type { Host } from "../hosts/host.ts";
import { why } from "../hosts/why.ts";

/** Needs what stopping and starting a unit needs, and changes nothing about one that runs: nothing is started along with it. */
export function startOfRunning(unit: string): Command {
  return command("systemctl", ["--no-ask-password", "start", "--job-mode=ignore-dependencies", "--", unit], {
    timeoutSeconds: 30,
  });
}

/** A right to manage a unit, really used. */
export async function managedProblems(host: Host, harmless: Command, unit: string): Promise<Problem[]> {
  const tried = await host.attempt(harmless);
  if (tried.code === 0) return [];
  return [
    {
      code: "unit-right",
      what: t`golive may not manage ${unit}: ${await why(host, harmless, tried)}`,
      where: host.name,
      mend: t`let this user manage it: with sudo (docs/hosts.md has the lines), or by a rule of polkit`,
    },
  ];
}
