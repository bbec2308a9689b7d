import { basename } from "node:path";
import { command, type CommandOptions, script } from "../../../core/command.ts";
import { UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { why } from "../../../hosts/why.ts";
import { lockFile, releaseName } from "../../../plan/layout.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import type { DeployContext, Preset } from "../../kind.ts";
import { completeCheckout, treeState } from "../tree/tree.ts";
import { isWhole, linkShared, makeDirectory, noteBuilt, switchLink } from "./scripts.ts";

// deploy.directory holds: repo (fetches), releases/<tag>-<commit>, current (a link to one of them), shared (what every
// release sees), and golive/<tag>-<commit>: "building", or "built <commit>" (and where the static
// files went) once that directory is whole. The note is written before the directory is made, so that one
// without a note is somebody else's.

export function asOwner(plan: Plan, timeoutSeconds = 600): CommandOptions {
  const { runAs: user } = plan.deploy;
  return {
    timeoutSeconds,
    exclusive: lockFile(plan),
    env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" },
    ...(user === undefined ? {} : { user }),
  };
}

/** Whether the directory was built whole, and is as it was built. */
export async function isBuilt({ host, plan, release }: DeployContext): Promise<boolean> {
  const { directory, shared } = plan.deploy;
  return (
    (
      await host.attempt(
        script(`${treeState}\n${isWhole}`, [directory, releaseName(release), release.commit, ...shared], asOwner(plan)),
      )
    ).code === 0
  );
}

/** The release's directory with all that needs no database, unless it is there and whole. */
export async function makeRelease(context: DeployContext, preset: Preset): Promise<"built" | "there"> {
  const { host, plan, release, directory } = context;
  if (await isBuilt(context)) return "there";
  const base = plan.deploy.directory;
  const worktree = script(makeDirectory, [base, releaseName(release), release.commit], {
    ...asOwner(plan, 1800),
    label: `git worktree add ${directory}`,
  });
  const made = await host.attempt(worktree);
  if (made.code === 91)
    throw new UserError({
      code: "release-live-differs",
      what: t`${directory} is live, and its files are not those of ${release.tag} as approved`,
      where: host.name,
      mend: t`look at git status there; launch another tag rather than the same once more`,
    });
  if (made.code === 92)
    throw new UserError({
      code: "release-directory-taken",
      what: t`${directory} is there and was not made by golive`,
      where: host.name,
      mend: t`move it away`,
    });
  if (made.code !== 0)
    throw new UserError({
      code: "release-not-checked-out",
      what: t`the release could not be checked out into ${directory}: ${await why(host, worktree, made)}`,
      where: host.name,
      mend: t`look at git worktree list in ${base}/repo`,
    });
  await host.run(
    script(linkShared, [base, directory, ...plan.deploy.shared], {
      ...asOwner(plan),
      label: t`link ${plan.deploy.shared.join(", ")}`,
    }),
  );
  await completeCheckout(host, plan, directory);
  await preset.install(context);
  const inside = await preset.staticInside(context);
  if (inside) await preset.static(context);
  await host.run(
    script(
      `${treeState}\n${noteBuilt}`,
      [base, releaseName(release), release.commit, inside ? "inside" : "outside", ...plan.deploy.shared],
      asOwner(plan),
    ),
  );
  return "built";
}

/** As noted when it was built; a release that was not built by golive is asked. */
export async function staticInside(context: DeployContext, preset: Preset): Promise<boolean> {
  const { host, plan, directory } = context;
  const note = (
    await host.attempt(
      command("tail", ["-n", "1", "--", `${plan.deploy.directory}/golive/${basename(directory)}`], {
        timeoutSeconds: 60,
      }),
    )
  ).stdout.trim();
  return note === "static inside" || (note !== "static outside" && (await preset.staticInside(context)));
}

/** The link leads to this directory, in one piece. */
export async function switchTo({ host, plan }: DeployContext, directory: string): Promise<void> {
  const { stdout } = await host.run(
    script(switchLink, [plan.deploy.directory, directory], {
      ...asOwner(plan),
      label: t`link current to ${directory}`,
    }),
  );
  const real = (await host.run(command("readlink", ["-f", "--", directory], { timeoutSeconds: 60 }))).stdout.trim();
  if (stdout.trim() !== real)
    throw new UserError({
      code: "release-link-differs",
      what: t`${plan.deploy.directory}/current leads to ${stdout.trim()} instead of ${real}`,
      where: host.name,
      mend: t`find out what else changes that link`,
    });
}
