import type { Command } from "../core/command.ts";
import type { Problem } from "../core/errors.ts";
import { t } from "../core/text.ts";
import type { Host } from "../hosts/host.ts";

/** Which of these commands, each `sudo -n …`, sudo would refuse. Runs none of them. */
export async function sudoProblems(host: Host, commands: readonly Command[]): Promise<Problem[]> {
  const refused = await Promise.all(
    commands.map(async ({ args }) =>
      (await host.attempt({ file: "sudo", args: ["-n", "-l", ...args.slice(1)], timeoutSeconds: 30 })).code === 0
        ? []
        : [args.slice(1).join(" ")],
    ),
  );
  return refused.flat().map((words) => ({
    what: t`sudo does not let golive run: ${words}`,
    where: host.name,
    mend: t`allow it without a password (docs/hosts.md has the lines)`,
  }));
}
