import { script } from "../../../core/command.ts";
import { UserError } from "../../../core/errors.ts";
import { t } from "../../../core/text/text.ts";
import { fetchTag, hasCommit, tagOf } from "../../git.ts";
import type { Previous } from "../../kind.ts";
import { releasesAside } from "../aside/aside.ts";
import { keepFiles } from "../kept/kept.ts";
import type { BuiltRelease, Strategy } from "../kind.ts";
import { asOwner, isBuilt, makeRelease, staticInside, switchTo } from "./directory.ts";
import { look, releasesProblems } from "./problems.ts";
import { removeOld } from "./scripts.ts";

/** Every release has a directory of its own, built before the window; a link says which one is live. */
export const releases: Strategy = {
  ownDirectory: true,

  // The link leads to the old files while the migrations run from the new ones.
  order: {
    ahead: ["fetch", "build"],
    before: ["keep"],
    after: ["switch"],
  },

  touches: "switch",

  parts: {
    fetch: async (context) =>
      (await isBuilt(context))
        ? { note: t`${context.release.commit.slice(0, 12)}, there since it was built` }
        : fetchTag(context),
    build: async (context, preset) => ({
      note: (await makeRelease(context, preset)) === "there" ? t`built before the window` : context.directory,
    }),
    keep: async (context) => ({ note: await keepFiles(context) }),
    async switch(context) {
      await switchTo(context, context.directory);
      return { note: context.directory };
    },
    static: async (context, preset) =>
      (await staticInside(context, preset))
        ? { skipped: true, note: t`collected with the release` }
        : preset.static(context),
  },

  async still(part, context, preset) {
    const { host, plan, release, directory } = context;
    if (part === "fetch") return (await isBuilt(context)) || hasCommit(host, plan, release.commit);
    if (part === "build") return isBuilt(context);
    if (part === "keep") return false;
    if (part === "switch") return (await releases.current(host, plan)).directory === directory;
    return staticInside(context, preset);
  },

  async current(host, plan) {
    const [directory = "", commit = ""] = (await host.run(look(plan))).stdout.trim().split("\n");
    return { commit, tag: await tagOf(host, plan, commit), directory };
  },

  problems: releasesProblems,

  async build(context, preset): Promise<BuiltRelease> {
    const done = (await isBuilt(context)) ? "there" : await fetchTag(context).then(() => makeRelease(context, preset));
    const began = performance.now();
    await isBuilt(context);
    const seconds = (performance.now() - began) / 1000;
    const collecting = performance.now();
    if (!(await staticInside(context, preset))) await preset.static(context, "look");
    return {
      took: {
        fetch: seconds,
        build: seconds,
        static: (performance.now() - collecting) / 1000,
      },
      note: `${context.directory}${done === "there" ? t` is there and whole` : ""}`,
    };
  },

  aside: releasesAside,

  async back(context, preset, previous: Previous, collect) {
    if (previous.directory === undefined)
      throw new UserError({
        code: "previous-release-unknown",
        what: t`the journal does not say where the previous release lies`,
        where: context.host.name,
        mend: t`link ${context.plan.deploy.directory}/current to it by hand`,
      });
    await switchTo(context, previous.directory);
    const there = { ...context, directory: previous.directory };
    if (collect && !(await staticInside(there, preset))) await preset.static(there);
    return { note: `${previous.tag}, ${previous.directory}` };
  },

  async tidy({ host, plan }, inUse) {
    const { stdout } = await host.run(
      script(removeOld, [plan.deploy.directory, String(plan.deploy.keepReleases), ...inUse], {
        ...asOwner(plan, 1800),
        label: t`remove old releases`,
      }),
    );
    return stdout.split("\n").filter((line) => line !== "");
  },
};
