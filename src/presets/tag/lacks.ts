import { posix } from "node:path";
import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { programProblem } from "../commands/made.ts";
import { isOfRelease } from "../commands/words.ts";
import type { Preset } from "../kind.ts";
import type { Lacks, TagTree } from "./kind.ts";

export const nothingLacks: Lacks = { problems: [], programs: [] };

/** What every preset needs of the tag: programs of the release, and nothing of git's where something is built. */
export async function lacksOf(plan: Plan, preset: Preset, tree: TagTree): Promise<Lacks> {
  const own = (await preset.lacks?.(plan, tree)) ?? nothingLacks;
  const lfs = await usesLfs(tree);
  return {
    problems: [
      ...own.problems,
      ...programProblems(plan, preset, tree),
      ...builtProblems(plan, tree),
      ...(await submoduleProblems(tree)),
    ],
    programs: [...own.programs, ...(lfs ? ["git-lfs"] : [])],
  };
}

function insideOf(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

function programProblems(plan: Plan, preset: Preset, { files }: TagTree): Problem[] {
  const steps = plan.deploy.steps.map(({ run }) => run);
  // What a step before may have made is not judged by the tag.
  const judged = [...preset.ownCommands(plan), ...steps.slice(0, 1)];
  const all = [...judged, ...steps].map(([program = ""]) => program).filter(isOfRelease);
  const programs = new Set(all.map((one) => posix.normalize(one)));
  const wanted = new Set(judged.map(([program = ""]) => posix.normalize(program)));
  const elsewhere = [...preset.installed(plan), ...plan.deploy.shared].map((one) => posix.normalize(one));
  return [...programs].flatMap((program) => {
    // What is built is looked at once it is; a submodule and what a link leads to are not in the tree.
    const [linked] = [...files].filter(
      ([path, mode]) => ["120000", "160000"].includes(mode) && insideOf(program, [path]),
    );
    const modules = program.split("/").includes("node_modules");
    if (insideOf(program, elsewhere) || linked !== undefined || modules) return [];
    const mode = files.get(program);
    if (mode === undefined && !wanted.has(program)) return [];
    return mode === "100755" ? [] : [programProblem(program, mode === undefined, plan.deploy.directory)];
  });
}

/** What is built is removed before the build: git would miss its own files. */
function builtProblems({ deploy }: Plan, { files }: TagTree): Problem[] {
  const removed = "built" in deploy ? deploy.built : [];
  return removed.flatMap((path) => {
    const own = [...files.keys()].find((one) => insideOf(one, [posix.normalize(path)]));
    return own === undefined
      ? []
      : [
          {
            code: "built-path-tracked",
            what: t`the repository has ${own}, and ${path} is removed before the build`,
            where: "deploy.built",
            mend: t`name in deploy.built only files and folders that the build makes`,
          },
        ];
  });
}

async function submoduleProblems(tree: TagTree): Promise<Problem[]> {
  const paths = [...tree.files].filter(([, mode]) => mode === "160000").map(([path]) => path);
  if (paths.length === 0) return [];
  const named = (await tree.text(".gitmodules")) ?? "";
  const known = [...named.matchAll(/^\s*path\s*=\s*"?(.*?)"?\s*$/gm)].map(([, path]) => path);
  return paths
    .filter((path) => !known.includes(path))
    .map((path) => ({
      code: "submodule-without-address",
      what: t`${path} is a submodule, and .gitmodules does not say where it comes from`,
      where: ".gitmodules",
      mend: t`add it with git submodule add, or take it out of the repository (git rm --cached)`,
    }));
}

async function usesLfs(tree: TagTree): Promise<boolean> {
  const attributes = [...tree.files.keys()].filter((path) => /(^|\/)\.gitattributes$/.test(path)).slice(0, 50);
  for (const path of attributes) if (/^[^#\n]*\bfilter=lfs\b/m.test((await tree.text(path)) ?? "")) return true;
  return false;
}
