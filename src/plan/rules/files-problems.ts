import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Explained } from "../explain.ts";
import { filesOf } from "../files-layout.ts";
import { strategyNamed } from "../../presets/strategies/registry.ts";
import type { Plan } from "../schema/schema.ts";

/** Whoever launches says once whether people upload files. */
export function filesUnsaid(plan: Plan, file: string): Problem[] {
  if (plan.files !== undefined) return [];
  return [
    {
      code: "files-unsaid",
      what: t`the plan does not say where the files lie that people upload`,
      position: { file, line: 1, column: 1 },
      mend: t`add files: with the folders (docs/files.md), or files: none when there are none`,
    },
  ];
}

/** Folders that cannot be kept apart from the release, from each other, or from what is kept. */
export function filesProblems(plan: Plan): (Explained & { readonly mend: string })[] {
  const places = filesOf(plan);
  return places.flatMap(({ id, host, directory, keepIn }, index) => {
    const problem = (key: string, what: string, mend: string) => ({
      place: { path: ["files", index, key] },
      what,
      mend,
    });
    const before = places.slice(0, index);
    const taken = takenBy(plan, host).find(({ path }) => within(directory, path) || within(path, directory));
    const other = before.find((one) => one.host === host && overlap(one.directory, directory));
    const release = insideRelease(plan, host, directory);
    return [
      ...(before.some((one) => one.id === id)
        ? [problem("id", t`files "${id}" is named twice`, t`give each folder an id of its own`)]
        : []),
      ...(other ? [problem("directory", t`${directory} is kept already, as ${other.id}`, t`name it once`)] : []),
      ...(release !== null
        ? [problem("directory", release, t`move uploads to a folder of their own, outside of what a deploy replaces`)]
        : []),
      ...(taken
        ? [problem("directory", t`${directory} and ${taken.key} overlap`, t`name only the folder with the uploads`)]
        : []),
      ...(overlap(keepIn, directory)
        ? [problem("keep-in", t`what is kept would lie inside the uploads, or they in it`, t`name a folder beside`)]
        : []),
    ];
  });
}

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === "/" ? "/" : `${folder}/`);
}

function overlap(one: string, other: string): boolean {
  return within(one, other) || within(other, one);
}

/** golive's own folders on that host. */
function takenBy({ database, control }: Plan, host: string): { key: string; path: string }[] {
  return [
    ...(database.host === host ? [{ key: "database.backup.directory", path: database.backup.directory }] : []),
    ...(control.host === host ? [{ key: "control.directory", path: control.directory }] : []),
  ];
}

/** Why a deploy would replace or remove what is uploaded there; null when it would not. */
function insideRelease({ deploy }: Plan, host: string, directory: string): string | null {
  if (!deploy.hosts.includes(host)) return null;
  const base = deploy.directory.replace(/\/+$/, "");
  if (within(base, directory)) return t`the release itself lies in ${directory}`;
  const owned = strategyNamed(deploy.strategy).ownDirectory
    ? ["repo", "releases", "current", "golive"].map((name) => `${base}/${name}`)
    : [`${base}/.git`];
  const inside = owned.find((path) => within(directory, path));
  return inside === undefined ? null : t`${directory} lies in ${inside}, which belongs to the deploy`;
}
