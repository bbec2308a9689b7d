import { dirname } from "node:path";
import { type Command, script } from "../../../core/command.ts";
import { CommandError, UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Mount } from "../../../hosts/folders/mounted.ts";
import { requireSafe, safeFolder } from "../../../hosts/folders/safe-folder.ts";
import { copyCheckout, copyOutside, copyReleases, copyTree, fresh } from "./scripts.ts";
import { releaseDirectory } from "../../../plan/layout.ts";
import type { DeployContext, Previous } from "../../kind.ts";

/**
 * A copy of what serves, to go forward and back in by day: `directory` holds it, `leftOut` are folders (absolute) whose
 * files are not copied, because people uploaded them. Returns what has to be shown where; nothing live changes.
 */
export type MakeAside = (
  context: DeployContext,
  previous: Previous,
  directory: string,
  leftOut: readonly string[],
) => Promise<readonly Mount[]>;

const copying = `${safeFolder}${fresh}\n${copyTree}\n`;

/** Those of the folders that lie below one, relative to it. */
function below(parent: string, folders: readonly string[]): string[] {
  return folders.filter((one) => one.startsWith(`${parent}/`)).map((one) => one.slice(parent.length + 1));
}

function asOwner({ plan }: DeployContext, label: string) {
  const { runAs: user } = plan.deploy;
  return { timeoutSeconds: 3600, label, ...(user === undefined ? {} : { user }) };
}

/** Runs a copying script; throws a UserError where its folder is not safe, or the checkout cannot be copied. */
async function copied({ host, plan }: DeployContext, asked: Command): Promise<void> {
  const finished = await host.attempt(asked);
  requireSafe(finished, host.name);
  if (finished.code === 91)
    throw new UserError({
      code: "checkout-shares-git",
      what: t`${plan.deploy.directory}/.git is no folder, so a copy of the checkout would share what git changes`,
      where: host.name,
      mend: t`make it a clone of its own`,
    });
  if (finished.code !== 0 || finished.timedOut) throw new CommandError(host, asked, finished);
}

export const checkoutAside: MakeAside = async (context, _previous, directory, leftOut) => {
  const live = context.plan.deploy.directory;
  const copy = `${directory}/live`;
  const values = [live, copy, ...below(live, leftOut)];
  await copied(context, script(copying + copyCheckout, values, asOwner(context, t`copy ${live}`)));
  return [{ from: copy, at: live }];
};

export const releasesAside: MakeAside = async (context, previous, directory, leftOut) => {
  const base = context.plan.deploy.directory;
  const copy = `${directory}/base`;
  const release = releaseDirectory(context.plan, context.release);
  const old = previous.directory ?? release;
  const values = [base, copy, release, old, ...below(`${base}/shared`, leftOut)];
  await copied(context, script(copying + copyReleases, values, asOwner(context, t`copy ${release} and ${old}`)));
  return [
    { from: `${base}/repo`, at: `${copy}/repo` },
    { from: copy, at: base },
  ];
};

/**
 * Copies of folders outside of the release that its steps write to: where the static files go, what deploy.keep names
 * there, and what the plan says. One that is not there is nothing to show.
 */
export async function outsideAside(
  context: DeployContext,
  statics: string | null,
  directory: string,
): Promise<Mount[]> {
  const { plan, host } = context;
  const temporary = `${directory}/tmp`;
  await host.run(script('mkdir -p -m 700 -- "$1"', [temporary], asOwner(context, t`make ${temporary}`)));
  const kept = plan.deploy.keep.filter((pattern) => pattern.startsWith("/")).map(fixedFolder);
  const named = [...kept, ...(plan.prepare.trial?.scratch ?? []), ...(statics === null ? [] : [statics])];
  const inside = (one: string) => `${one}/`.startsWith(`${plan.deploy.directory}/`);
  const folders = [...new Set(named)].filter((one) => !inside(one));
  const outermost = folders.filter((one) => !folders.some((other) => one.startsWith(`${other}/`)));
  const mounts: Mount[] = [];
  for (const [index, at] of outermost.entries()) {
    const from = `${directory}/outside/${index}`;
    const { code } = await host.attempt(script(copyOutside, [at, from], asOwner(context, t`copy ${at}`)));
    if (code === 0) mounts.push({ from, at });
  }
  return mounts;
}

/** The folder that a pattern's files lie in, as far as it has no pattern itself. */
function fixedFolder(pattern: string): string {
  const parts = pattern.split("/").slice(0, -1);
  const wild = parts.findIndex((part) => /[*?[]/.test(part));
  return (wild === -1 ? parts : parts.slice(0, wild)).join("/") || "/";
}

/** Removes it; what is not there is not missed. */
export async function removeAside(context: DeployContext, directory: string): Promise<void> {
  await context.host.run(
    script('rm -rf -- "$1"; rmdir -- "$2" 2>/dev/null; [ ! -e "$1" ]', [directory, dirname(directory)], {
      ...asOwner(context, t`remove ${directory}`),
      timeoutSeconds: 1800,
    }),
  );
}
