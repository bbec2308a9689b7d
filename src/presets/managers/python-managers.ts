import { posix } from "node:path";
import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import type { djangoSchema } from "../django/schema.ts";
import type { TagTree } from "../tag/kind.ts";

type PythonKeys = Parsed<typeof djangoSchema>;
type Manager = NonNullable<PythonKeys["manager"]>;

const lockFiles = { poetry: "poetry.lock", uv: "uv.lock" } as const;

/** What is looked at to choose. */
export function pythonFiles({ requirements, manage }: PythonKeys): string[] {
  return [requirements, manage, "pyproject.toml", ...Object.values(lockFiles)];
}

/** How the release is installed, by what is in it; or all that is in the way. */
export async function choosePython(keys: PythonKeys, tree: TagTree): Promise<Manager | readonly Problem[]> {
  const manager = managerOf(keys, tree);
  const problems = [
    ...(typeof manager === "string" ? await filesProblems(keys, manager, tree) : [manager]),
    ...(tree.files.has(keys.manage) ? [] : [manageMissing(keys.manage)]),
  ];
  return typeof manager === "string" && problems.length === 0 ? manager : problems;
}

/** The requirements file comes first, as teams write one from a lock file for the hosts. */
function managerOf({ manager, requirements }: PythonKeys, { files }: TagTree): Manager | Problem {
  if (manager !== undefined) return manager;
  if (files.has(requirements)) return "pip";
  const found = (["poetry", "uv"] as const).filter((name) => files.has(lockFiles[name]));
  const [first, second] = found;
  if (first !== undefined && second === undefined) return first;
  if (first === undefined)
    return {
      code: "nothing-to-install-from",
      what: t`the release has no ${requirements}, and no poetry.lock or uv.lock`,
      mend: t`commit one before the tag is made, or correct deploy.requirements`,
    };
  return {
    code: "lock-files-of-several",
    what: t`the release has lock files of several package managers: ${found.map((name) => lockFiles[name]).join(", ")}`,
    mend: t`remove those that are not used, or say which counts: deploy.manager`,
  };
}

const mend = () => t`commit it before the tag is made, or correct the plan`;

function lockMissing(path: string): Problem {
  return { code: "lock-file-missing", what: t`the release has no lock file (${path})`, mend: mend() };
}

function pyprojectMissing(): Problem {
  return { code: "pyproject-missing", what: t`the release has no ${"pyproject.toml"}`, mend: mend() };
}

function requirementsMissing(path: string): Problem {
  return { code: "requirements-missing", what: t`the release has no ${path}`, mend: mend() };
}

function manageMissing(path: string): Problem {
  return { code: "manage-missing", what: t`the release has no ${path}`, mend: mend() };
}

async function filesProblems({ requirements }: PythonKeys, manager: Manager, tree: TagTree): Promise<Problem[]> {
  if (manager !== "pip")
    return [
      ...(tree.files.has(lockFiles[manager]) ? [] : [lockMissing(lockFiles[manager])]),
      ...(tree.files.has("pyproject.toml") ? [] : [pyprojectMissing()]),
    ];
  return requirementsProblems(requirements, tree, new Set());
}

/** A requirements file and those that it names; what an address names is pip's to find. */
async function requirementsProblems(path: string, tree: TagTree, seen: Set<string>): Promise<Problem[]> {
  if (seen.has(path)) return [];
  seen.add(path);
  const text = await tree.text(path);
  if (text === null) return tree.files.has(path) ? [] : [requirementsMissing(path)];
  const named = [...text.matchAll(/^\s*(?:-r|-c|--requirement|--constraint)[\s=]+([^\s#]+)/gm)].map(
    ([, one = ""]) => one,
  );
  const found: Problem[] = [];
  for (const one of named.filter((name) => !/^(?:[a-z]+:\/\/|\/)/i.test(name) && !name.includes("$")))
    found.push(...(await requirementsProblems(posix.join(posix.dirname(path), one), tree, seen)));
  return found;
}
