import { script } from "../../../core/command.ts";
import { CommandError, type Problem, UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import type { Host } from "../../../hosts/host.ts";
import { requireSafe, safeFolder } from "../../../hosts/folders/safe-folder.ts";
import { lockFile } from "../../../plan/layout.ts";
import type { Plan } from "../../../plan/schema/schema.ts";
import { checkoutAside } from "../aside/aside.ts";
import { fetchAhead, freeRepository, hasCommit, git, gitMend, remoteProblem, tagOf, takeTag } from "../../git.ts";
import { keepFiles, keptProblems } from "../kept/kept.ts";
import type { DeployContext, Preset } from "../../kind.ts";
import { cloneRelease, keepBeside, keepPatch, putBesideBack } from "./scripts.ts";
import type { Strategy } from "../kind.ts";
import {
  changedFilesOf,
  completeCheckout,
  fetchComplete,
  giveBuiltBack,
  noteBuiltState,
  submodulesAreThere,
  takeBuilt,
} from "../tree/tree.ts";

/**
 * Switches the files. git itself refuses to overwrite what someone changed by hand; on the way back (`keep`) what the
 * launch's own steps changed is kept as a patch of that name in .git, and overwritten.
 */
export async function checkoutCommit(host: Host, plan: Plan, commit: string, keep?: string): Promise<void> {
  await freeRepository(host, plan);
  // The first way back has all of it; one that is tried again would overwrite that with less.
  if (keep !== undefined) await host.attempt(script(keepPatch, [plan.deploy.directory, keep], asOwner(plan)));
  await host.run(git(plan, ["checkout", "--quiet", ...(keep === undefined ? [] : ["--force"]), "--detach", commit]));
  const now = (await host.run(git(plan, ["rev-parse", "HEAD"], 60))).stdout.trim();
  if (now !== commit)
    throw new UserError({
      code: "checkout-differs",
      what: t`the checkout stands at ${now.slice(0, 12)} instead of ${commit.slice(0, 12)}`,
      where: host.name,
      mend: t`look at git status in the live directory`,
    });
  await completeCheckout(host, plan, plan.deploy.directory);
}

function asOwner(plan: Plan) {
  const { directory, runAs: user } = plan.deploy;
  return { cwd: directory, exclusive: lockFile(plan), ...(user === undefined ? {} : { user }) };
}

function paths({ plan }: DeployContext, names: readonly string[]): string[] {
  return names.map((name) => `${plan.deploy.directory}/${name}`);
}

/** The live directory is the checkout: the tag is checked out in it. */
export const inPlace: Strategy = {
  ownDirectory: false,

  order: {
    ahead: ["fetch"],
    before: ["keep", "checkout", "environment"],
    after: [],
  },

  touches: "checkout",

  parts: {
    async fetch(context) {
      const done = await takeTag(context);
      await fetchComplete(context.host, context.plan, context.release.commit);
      return done;
    },

    keep: async (context) => ({ note: await keepFiles(context) }),

    async checkout({ host, plan, release }) {
      await takeBuilt(host, plan, release.id);
      await checkoutCommit(host, plan, release.commit);
      return { note: release.tag };
    },

    async environment(context, preset) {
      const { host, plan, release } = context;
      for (const path of paths(context, preset.installed(plan)))
        await host.run(script(keepBeside, [path, release.id], asOwner(plan)));
      const done = await preset.install(context);
      await noteBuiltState(host, plan);
      return done;
    },

    async static(context, preset) {
      const done = await preset.static(context);
      await noteBuiltState(context.host, context.plan);
      return done;
    },
  },

  async still(part, context, preset) {
    const { host, plan, release } = context;
    if (part === "fetch") return hasCommit(host, plan, release.commit);
    if (part === "checkout")
      return (
        (await inPlace.current(host, plan)).commit === release.commit &&
        submodulesAreThere(host, plan, plan.deploy.directory)
      );
    if (part === "environment")
      return (
        (
          await host.attempt(
            script('for p; do [ -e "$p" ] || exit 1; done', paths(context, preset.installed(plan)), asOwner(plan)),
          )
        ).code === 0
      );
    return false;
  },

  async current(host, plan) {
    const commit = (await host.run(git(plan, ["rev-parse", "HEAD"], 60))).stdout.trim();
    return { commit, tag: await tagOf(host, plan, commit) };
  },

  async problems(host, plan) {
    const { directory } = plan.deploy;
    const where = `${host.name}:${directory}`;
    const status = await host.attempt(git(plan, ["status", "--porcelain", "--untracked-files=no"], 120));
    if (status.code !== 0) {
      const mend = gitMend(
        status.stderr,
        /cannot change to|No such file/.test(status.stderr)
          ? t`clone the service's repository there, or correct deploy.directory`
          : t`clone the service's repository there`,
      );
      return [
        { code: "checkout-unusable", what: t`the live directory is not a git checkout that can be used`, where, mend },
      ];
    }
    const { byHand: changed } = await changedFilesOf(host, plan);
    const problems: Problem[] =
      changed.length === 0
        ? []
        : [
            {
              code: "checkout-changed-by-hand",
              what: t`${changed.length} tracked file${changed.length > 1 ? t`s were` : t` was`} changed by hand (${changed
                .slice(0, 3)
                .join(", ")})`,
              where,
              mend: t`commit or undo these changes; a checkout would lose them or stop`,
            },
          ];
    const remote = await remoteProblem(host, plan);
    return [...problems, ...(remote === null ? [] : [remote]), ...(await keptProblems(host, plan))];
  },

  /** A clone aside, to be measured and tried; the window checks out, keeps and installs once more. */
  async build(context, preset) {
    const { host, plan, release, directory } = context;
    const { runAs: user } = plan.deploy;
    const options = {
      timeoutSeconds: 1800,
      env: { GIT_TERMINAL_PROMPT: "0", LC_ALL: "C.UTF-8" },
      ...(user === undefined ? {} : { user }),
    };
    const found = await fetchAhead(context);
    await fetchComplete(host, plan, release.commit);
    const clone = script(safeFolder + cloneRelease, [plan.deploy.directory, directory, release.commit], options);
    const checkedOut = await host.attempt(clone);
    requireSafe(checkedOut, host.name);
    if (checkedOut.code !== 0 || checkedOut.timedOut) throw new CommandError(host, clone, checkedOut);
    await completeCheckout(host, plan, directory);
    const first = await timed(() => preset.install(context));
    const installed = (await sameInstall(context, preset)) ? await timed(() => preset.install(context)) : first;
    // In the window what is installed is kept beside before it is changed: one of this size is copied to see how long that takes.
    let kept = 0;
    for (const name of preset.installed(plan))
      kept += (
        await host.run(
          script(
            '[ ! -e "$1" ] || { cp -a --reflink=auto -- "$1" "$1.copy" && rm -rf -- "$1.copy"; }',
            [`${directory}/${name}`],
            options,
          ),
        )
      ).seconds;
    const collected = await timed(() => preset.static(context, "look"));
    return {
      took: {
        fetch: found,
        checkout: checkedOut.seconds,
        environment: installed + kept,
        static: collected,
      },
      note: t`${release.tag} and its environment in ${directory}`,
    };
  },

  aside: checkoutAside,

  async back(context, preset, previous, collect) {
    const { host, plan, release } = context;
    await checkoutCommit(host, plan, previous.commit, `golive-${release.id}.diff`);
    const restored: boolean[] = [];
    for (const path of paths(context, preset.installed(plan)))
      restored.push((await host.run(script(putBesideBack, [path, release.id], asOwner(plan)))).stdout.includes("back"));
    await giveBuiltBack(host, plan, release.id);
    if (collect) await preset.static(context);
    return { note: `${previous.tag}${restored.includes(true) ? t`, environment as before` : ""}` };
  },

  tidy: async () => [],
};

/** Whether the live environment was installed from the very files that the release installs from. */
async function sameInstall({ host, plan, release }: DeployContext, preset: Preset): Promise<boolean> {
  const files = preset.installsFrom(plan);
  return (
    files !== null &&
    (await host.attempt(git(plan, ["diff", "--quiet", "HEAD", release.commit, "--", ...files], 120))).code === 0
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
