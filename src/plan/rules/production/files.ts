import { strategyNamed } from "../../../presets/strategies/registry.ts";
import { t } from "../../../core/text/text.ts";
import { filesOf, type Place } from "../../files-layout.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";
import { keepingOf } from "../../engine/engine.ts";

/** A rule about each folder of uploads, beside those before it. */
function folderRule(name: string, broken: (folder: Place, about: About) => Told | null): Rule {
  return rule(name, {
    problems: (plan) => {
      const folders = filesOf(plan);
      return folders.flatMap((folder, index) => {
        const told = broken(folder, { plan, before: folders.slice(0, index) });
        if (told === null) return [];
        const { key, ...problem } = told;
        return [{ ...problem, place: { path: ["files", index, key] } }];
      });
    },
  });
}

interface About {
  readonly plan: Plan;
  readonly before: readonly Place[];
}
type Told = Omit<PlanProblem, "place"> & { readonly key: string };

/** Folders that cannot be kept apart from the release, from each other, or from what is kept. */
export const filesRules: readonly Rule[] = [
  folderRule("files-ids-differ", ({ id }, { before }) =>
    before.every((one) => one.id !== id)
      ? null
      : {
          code: "plan-files-id-twice",
          key: "id",
          what: t`files "${id}" is named twice`,
          mend: t`give each folder an id of its own`,
        },
  ),
  folderRule("files-kept-once", ({ host, directory }, { before }) => {
    const other = before.find((one) => one.host === host && overlap(one.directory, directory));
    if (!other) return null;
    return {
      code: "plan-files-kept-twice",
      key: "directory",
      what: t`${directory} is kept already, as ${other.id}`,
      mend: t`name it once`,
    };
  }),
  folderRule("files-outside-release", ({ host, directory }, { plan }) => insideRelease(plan, host, directory)),
  folderRule("files-outside-own-folders", ({ host, directory }, { plan }) => {
    const taken = takenBy(plan, host).find(({ path }) => overlap(directory, path));
    if (!taken) return null;
    return {
      code: "plan-files-over-own-folder",
      key: "directory",
      what: t`${directory} and ${taken.key} overlap`,
      mend: t`name only the folder with the uploads`,
    };
  }),
  folderRule("files-kept-beside", ({ directory, keepIn }) =>
    overlap(keepIn, directory)
      ? {
          code: "plan-files-kept-inside",
          key: "keep-in",
          what: t`what is kept would lie inside the uploads, or they in it`,
          mend: t`name a folder beside`,
        }
      : null,
  ),
];

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === "/" ? "/" : `${folder}/`);
}

function overlap(one: string, other: string): boolean {
  return within(one, other) || within(other, one);
}

/** golive's own folders on that host. */
function takenBy(plan: Plan, host: string): { key: string; path: string }[] {
  const { control } = plan;
  const keeping = keepingOf(plan);
  return [
    ...(keeping?.host === host ? [{ key: keeping.key, path: keeping.directory }] : []),
    ...(control.host === host ? [{ key: "control.directory", path: control.directory }] : []),
  ];
}

/** Why a deploy would replace or remove what is uploaded there; null when it would not. */
function insideRelease({ deploy }: Plan, host: string, directory: string): Told | null {
  if (!deploy.hosts.includes(host)) return null;
  const base = deploy.directory.replace(/\/+$/, "");
  const mend = t`move uploads to a folder of their own, outside of what a deploy replaces`;
  if (within(base, directory))
    return {
      code: "plan-files-around-release",
      key: "directory",
      what: t`the release itself lies in ${directory}`,
      mend,
    };
  const owned = strategyNamed(deploy.strategy).ownDirectory
    ? ["repo", "releases", "current", "golive"].map((name) => `${base}/${name}`)
    : [`${base}/.git`];
  const inside = owned.find((path) => within(directory, path));
  if (inside === undefined) return null;
  return {
    code: "plan-files-inside-release",
    key: "directory",
    what: t`${directory} lies in ${inside}, which belongs to the deploy`,
    mend,
  };
}
