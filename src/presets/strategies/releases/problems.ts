import { type Command, command, script } from "../../../core/command.ts";
import type { Problem } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Host } from "../../../hosts/host.ts";
import { why } from "../../../hosts/why.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { git, gitMend, remoteProblem } from "../../git.ts";
import { keptProblems } from "../kept/kept.ts";
import { asOwner } from "./directory.ts";
import { lookCurrent } from "./scripts.ts";

/** What the look itself found, by its exit code. */
function noRelease(directory: string, code: number | null): string | null {
  if (code === 91) return t`${directory}/current is not a symbolic link`;
  if (code === 92) return t`${directory}/current leads nowhere`;
  if (code === 93) return t`what ${directory}/current leads to is no git worktree and has no file REVISION`;
  return null;
}

/** Prints the live directory and its commit. */
export function look(plan: Plan): Command {
  const { exclusive: _, ...options } = asOwner(plan, 60);
  return script(lookCurrent, [plan.deploy.directory], options);
}

/** Why a release cannot be deployed there. Changes nothing. */
export async function releasesProblems(host: Host, plan: Plan): Promise<Problem[]> {
  const { directory, shared } = plan.deploy;
  const found: Problem[] = [];
  const repo = await host.attempt(git(plan, ["rev-parse", "--git-dir"], 60));
  if (repo.code !== 0)
    found.push({
      code: "repository-unusable",
      what: t`${directory}/repo is not a git repository that can be used`,
      where: host.name,
      mend: gitMend(repo.stderr, t`clone the service's repository there (docs/releases.md)`),
    });
  const remote = repo.code === 0 ? await remoteProblem(host, plan) : null;
  if (remote !== null) found.push(remote);
  const link = await host.attempt(look(plan));
  if (link.code !== 0)
    found.push({
      code: "release-link-unusable",
      what: noRelease(directory, link.code) ?? (await why(host, look(plan), link)),
      where: host.name,
      mend: t`docs/releases.md says how a server is moved to this layout`,
    });
  for (const path of shared)
    if ((await host.attempt(command("test", ["-e", `${directory}/shared/${path}`], { timeoutSeconds: 60 }))).code !== 0)
      found.push({
        code: "shared-path-missing",
        what: t`${directory}/shared/${path} is not there`,
        where: host.name,
        mend: t`create it, or take it out of deploy.shared`,
      });
  return [...found, ...(await keptProblems(host, plan))];
}
