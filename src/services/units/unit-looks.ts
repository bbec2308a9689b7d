import { CommandError, type Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { lookOwnSystemd, ofTargets } from "../shell/scripts.ts";
import { type Scope, unitScript } from "../../hosts/systemd/scope.ts";

/**
 * By day: targets among the units. A target runs nothing: it is inactive at once, while what it had started runs on and
 * writes.
 */
export async function targetProblems(host: Host, scope: Scope, units: readonly string[]): Promise<Problem[]> {
  const targets = units.filter((unit) => unit.endsWith(".target"));
  if (targets.length === 0) return [];
  const asked = unitScript(scope, ofTargets, targets, { timeoutSeconds: 30 });
  const finished = await host.attempt(asked);
  if (finished.code !== 0) throw new CommandError(host, asked, finished);
  const lines = finished.stdout.split("\n").filter((line) => line !== "");
  return lines.map((line) => {
    const [target = "", ...names] = line.split(" ").filter((name) => name !== "");
    return targetProblem(host.name, target, [...new Set(names)].filter(isOwn).toSorted());
  });
}

/** Not what systemd itself puts into every target. */
function isOwn(name: string): boolean {
  return (
    /\.(service|socket|timer|path|target)$/.test(name) && !/^(sysinit|basic|network.*|multi-user)\.target$/.test(name)
  );
}

function targetProblem(where: string, target: string, starts: readonly string[]): Problem {
  return {
    code: "unit-target",
    what: t`${target} is a target: it counts as stopped while the units that it started still run and write`,
    where,
    mend:
      starts.length === 0
        ? t`name the services themselves in its place; it starts none that systemd knows of`
        : t`name what it starts in its place: ${starts.join(", ")}`,
  };
}

/** By day: whether a user's own systemd is there at night, with nobody logged in. */
export async function ownSystemdProblems(host: Host, { user }: Scope): Promise<Problem[]> {
  if (user === undefined) return [];
  const { stdout } = await host.attempt(unitScript({ user }, lookOwnSystemd, [], { timeoutSeconds: 30 }));
  const words = stdout.split("\n");
  const problems: Problem[] = [];
  if (words.includes("silent"))
    problems.push({
      code: "unit-own-systemd-silent",
      what: t`the systemd of ${user} does not answer (services.user)`,
      where: host.name,
      mend: t`as root there: loginctl enable-linger ${user}; is the package dbus-user-session installed?`,
    });
  if (words.includes("leaves"))
    problems.push({
      code: "unit-own-systemd-leaves",
      what: t`the systemd of ${user} ends with the last login, and its units with it (no linger)`,
      where: host.name,
      mend: t`as root there: loginctl enable-linger ${user}`,
    });
  return problems;
}
