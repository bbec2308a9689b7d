import { t } from "../../core/text/text.ts";
import { fetchObjects, git } from "../git.ts";
import type { DeployContext } from "../kind.ts";
import type { TagTree } from "./kind.ts";

/** Fetches the tag's objects and reads its tree. Changes no file and no reference. */
export async function tagTree({ host, plan, release }: DeployContext): Promise<TagTree> {
  await host.run(fetchObjects(plan, release.tag));
  const listing = {
    ...git(plan, ["ls-tree", "-r", "-z", "--full-tree", release.commit], 300),
    label: t`read what is in ${release.tag}`,
  };
  const { stdout } = await host.run(listing);
  const files = new Map(
    stdout.split("\0").flatMap((line) => {
      // A path may hold a tab as well.
      const cut = line.indexOf("\t");
      return cut < 0 ? [] : [[line.slice(cut + 1), line.slice(0, 6)] as const];
    }),
  );
  return {
    files,
    text: async (path) =>
      files.has(path) ? (await host.run(git(plan, ["show", `${release.commit}:${path}`], 60))).stdout : null,
  };
}

/** Whether a file or a folder is in it. */
export function hasPath({ files }: Pick<TagTree, "files">, path: string): boolean {
  return files.has(path) || [...files.keys()].some((one) => one.startsWith(`${path}/`));
}
