import { script } from "../../../core/command.ts";
import { UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Host } from "../../../hosts/host.ts";
import { why } from "../../../hosts/why.ts";
import { repositoryOf } from "../../../plan/layout.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { git } from "../../git.ts";
import {
  afterCheckout,
  fetchMore,
  noteState,
  printState,
  submodulesThere,
  takeBuiltAway,
  treeState,
} from "./scripts.ts";

export { treeState } from "./scripts.ts";

/** Where the state after the build is noted, in a checkout that is its own repository. */
const noteName = "golive-built";

function options(plan: Plan, timeoutSeconds: number, label: string) {
  const { runAs: user } = plan.deploy;
  return {
    timeoutSeconds,
    label,
    env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" },
    ...(user === undefined ? {} : { user }),
  };
}

/** A tracked file that is not as committed. `is` tells what it holds. */
interface Changed {
  readonly is: string;
  readonly path: string;
}

function changedIn(text: string): Changed[] {
  const parts = text.split("\0");
  return parts.flatMap((is, at) => (at % 2 === 0 && is !== "" ? [{ is, path: parts[at + 1] ?? "" }] : []));
}

async function stateOf(host: Host, plan: Plan, directory: string): Promise<Changed[]> {
  const asked = script(
    `${treeState}\n${printState}`,
    [directory],
    options(plan, 600, t`look what is changed in ${directory}`),
  );
  return changedIn((await host.run({ ...asked, whole: true })).stdout);
}

/** What the build left changed in the checkout as it stands now; nothing where another commit was checked out since. */
async function builtState(host: Host, plan: Plan): Promise<Changed[]> {
  const { directory } = plan.deploy;
  const { stdout, code } = await host.attempt(
    script('cat -- "$1"', [`${directory}/.git/${noteName}`], options(plan, 60, noteName)),
  );
  const end = stdout.indexOf("\0");
  if (code !== 0 || end < 0) return [];
  const now = (await host.run(git(plan, ["rev-parse", "HEAD"], 60))).stdout.trim();
  return stdout.slice(0, end) === now ? changedIn(stdout.slice(end + 1)) : [];
}

/** Paths of tracked files that the release's build changes. */
export async function changedByBuild(host: Host, plan: Plan, directory: string): Promise<string[]> {
  return (await stateOf(host, plan, directory)).map(({ path }) => path);
}

/** Notes what is changed right after the build, so that it is not taken for somebody's work. */
export async function noteBuiltState(host: Host, plan: Plan): Promise<void> {
  const { directory } = plan.deploy;
  const note = `${directory}/.git/${noteName}`;
  await host.run(
    script(`${treeState}\n${noteState}`, [directory, note], options(plan, 600, t`note what the build changed`)),
  );
}

/** Paths that are changed, by the build and by others. */
export async function changedFilesOf(host: Host, plan: Plan): Promise<{ built: string[]; byHand: string[] }> {
  const [now, built] = [await stateOf(host, plan, plan.deploy.directory), await builtState(host, plan)];
  const isBuilt = ({ is, path }: Changed) => built.some((one) => one.is === is && one.path === path);
  return {
    built: now.filter(isBuilt).map(({ path }) => path),
    byHand: now.filter((one) => !isBuilt(one)).map(({ path }) => path),
  };
}

function patchOf({ deploy }: Plan, id: string): string {
  return `${deploy.directory}/.git/golive-built-before-${id}.diff`;
}

/** Before another commit is checked out: what the build of the one before changed is kept as a patch, and taken away. */
export async function takeBuilt(host: Host, plan: Plan, id: string): Promise<void> {
  const { built } = await changedFilesOf(host, plan);
  if (built.length === 0) return;
  const { directory } = plan.deploy;
  await host.run(
    script(
      takeBuiltAway,
      [directory, patchOf(plan, id), ...built],
      options(plan, 600, t`put aside what the build changed`),
    ),
  );
}

/** On the way back, with the files as they were committed: what that build had changed is there again. */
export async function giveBuiltBack(host: Host, plan: Plan, id: string): Promise<void> {
  const put = '[ ! -s "$2" ] || git -C "$1" apply --whitespace=nowarn -- "$2"';
  const { directory } = plan.deploy;
  await host.run(
    script(put, [directory, patchOf(plan, id)], options(plan, 600, t`give back what the build had changed`)),
  );
  await noteBuiltState(host, plan);
}

/** Submodules and files of Git LFS, as the commit that is checked out says. */
export async function completeCheckout(host: Host, plan: Plan, directory: string): Promise<void> {
  await complete(host, script(afterCheckout, [directory], options(plan, 1800, t`update submodules in ${directory}`)));
}

/** The same, fetched ahead into the repository. */
export async function fetchComplete(host: Host, plan: Plan, commit: string): Promise<void> {
  const values = [repositoryOf(plan), commit, plan.deploy.remote];
  await complete(
    host,
    script(fetchMore, values, options(plan, 1800, t`fetch submodules and LFS files of ${commit.slice(0, 12)}`)),
  );
}

async function complete(host: Host, asked: ReturnType<typeof script>): Promise<void> {
  const finished = await host.attempt(asked);
  if (finished.code === 0 && !finished.timedOut) return;
  const said = await why(host, asked, finished);
  throw finished.code === 92
    ? new UserError({
        code: "lfs-files-missing",
        what: t`files of Git LFS could not be fetched: ${said}`,
        where: host.name,
        mend: t`try git lfs pull there by hand`,
      })
    : new UserError({
        code: "submodules-not-updated",
        what: t`submodules could not be updated: ${said}`,
        where: host.name,
        mend: t`try git submodule update --init --recursive there by hand; the host has to reach their repositories`,
      });
}

export async function submodulesAreThere(host: Host, plan: Plan, directory: string): Promise<boolean> {
  return (
    (
      await host.attempt(
        script(submodulesThere, [directory], options(plan, 300, t`look at submodules in ${directory}`)),
      )
    ).code === 0
  );
}
