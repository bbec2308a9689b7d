import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import type { nodeSchema } from "../commands/node-schema.ts";
import type { TagTree } from "../tag/kind.ts";

type NodeKeys = Parsed<typeof nodeSchema>;
type Manager = NonNullable<NodeKeys["manager"]>;

/** How a package manager installs from its lock file, builds, and drops what only building needs. */
interface NodeManager {
  readonly all: readonly string[];
  readonly production: readonly string[];
  readonly build: readonly string[];
  /** Null where it has no way that every version knows: then what only building needs stays. */
  readonly prune: readonly string[] | null;
}

const quiet = ["--no-audit", "--no-fund", "--no-update-notifier"];
const classic = ["install", "--frozen-lockfile", "--non-interactive", "--no-progress"];

const npm: NodeManager = {
  all: ["ci", "--include=dev", ...quiet],
  production: ["ci", "--omit=dev", ...quiet],
  build: ["run", "build", ...quiet],
  prune: ["prune", "--omit=dev", ...quiet],
};
const pnpm: NodeManager = {
  all: ["install", "--frozen-lockfile", "--prod=false"],
  production: ["install", "--frozen-lockfile", "--prod"],
  build: ["run", "build"],
  prune: ["install", "--frozen-lockfile", "--prod", "--offline", "--ignore-scripts"],
};
const yarnClassic: NodeManager = {
  all: [...classic, "--production=false"],
  production: [...classic, "--production=true"],
  build: ["run", "build"],
  prune: [...classic, "--production=true", "--ignore-scripts", "--prefer-offline"],
};
const yarnBerry: NodeManager = {
  all: ["install", "--immutable"],
  production: ["install", "--immutable"],
  build: ["run", "build"],
  prune: null,
};

const lockFiles: Readonly<Record<Manager, readonly string[]>> = {
  npm: ["npm-shrinkwrap.json", "package-lock.json"],
  pnpm: ["pnpm-lock.yaml"],
  yarn: ["yarn.lock"],
};

/** What is looked at to choose; the rest of a release need not be read. */
export const nodeFiles = ["package.json", ".yarnrc.yml", ...Object.values(lockFiles).flat()];

export interface NodeChoice {
  readonly program: string;
  readonly lock: string;
  readonly manager: NodeManager;
  readonly build: boolean;
}

/** How the release is installed, by what is in it; or all that is in the way. */
export async function chooseNode(keys: NodeKeys, tree: TagTree): Promise<NodeChoice | readonly Problem[]> {
  const pack = await packageOf(tree);
  const found = lockOf(keys, tree);
  const problems = [
    ...("problem" in pack ? [pack.problem] : buildProblems(keys, pack.scripts)),
    ...("problem" in found ? [found.problem] : await pnpProblems(found.lock, tree)),
  ];
  if ("problem" in pack || "problem" in found || problems.length > 0) return problems;
  return {
    program: programOf(keys, found.name),
    lock: found.lock,
    manager: await managerOf(found.name, tree),
    build: keys.build ?? pack.scripts.includes("build"),
  };
}

export function programOf({ npm: path, managerProgram }: NodeKeys, name: Manager): string {
  return managerProgram ?? (name === "npm" ? path : `/usr/bin/${name}`);
}

async function managerOf(name: Manager, tree: TagTree): Promise<NodeManager> {
  if (name === "yarn") return (await isBerry(tree)) ? yarnBerry : yarnClassic;
  return name === "npm" ? npm : pnpm;
}

/** Yarn from 2 on writes another form of lock file. */
async function isBerry(tree: TagTree): Promise<boolean> {
  return /^__metadata:/m.test((await tree.text("yarn.lock")) ?? "");
}

type Wrong = { readonly problem: Problem };

async function packageOf(tree: TagTree): Promise<{ readonly scripts: readonly string[] } | Wrong> {
  const text = await tree.text("package.json");
  const mend = t`commit it before the tag is made; npm init writes one`;
  if (text === null)
    return { problem: { code: "package-json-missing", what: t`the release has no package.json`, mend } };
  try {
    const { scripts } = JSON.parse(text) as { scripts?: Record<string, unknown> };
    return { scripts: Object.keys(scripts ?? {}) };
  } catch {
    return { problem: { code: "package-json-unreadable", what: t`the release's package.json is no JSON`, mend } };
  }
}

function buildProblems({ build }: NodeKeys, scripts: readonly string[]): Problem[] {
  if (build !== true || scripts.includes("build")) return [];
  return [
    {
      code: "build-script-missing",
      what: t`deploy.build is true, and the release's package.json has no script "build"`,
      mend: t`take deploy.build out: then it is built where there is such a script`,
    },
  ];
}

function lockOf({ manager }: NodeKeys, { files }: TagTree): { readonly name: Manager; readonly lock: string } | Wrong {
  const names = (manager === undefined ? Object.keys(lockFiles) : [manager]) as Manager[];
  const there = names.flatMap((name) => {
    const lock = lockFiles[name].find((file) => files.has(file));
    return lock === undefined ? [] : [{ name, lock }];
  });
  const [first, ...more] = there;
  if (first !== undefined && more.length === 0) return first;
  const wanted = names.flatMap((name) => lockFiles[name]).join(", ");
  if (first === undefined)
    return {
      problem: {
        code: "lock-file-missing",
        what: t`the release has no lock file (${wanted})`,
        mend: t`commit it: without one each host would install something else`,
      },
    };
  return {
    problem: {
      code: "lock-files-of-several",
      what: t`the release has lock files of several package managers: ${there.map(({ lock }) => lock).join(", ")}`,
      mend: t`remove those that are not used, or say which counts: deploy.manager`,
    },
  };
}

/** Without node_modules what is installed lies in files that git may have. */
async function pnpProblems(lock: string, tree: TagTree): Promise<Problem[]> {
  if (lock !== "yarn.lock" || !(await isBerry(tree))) return [];
  if (/^nodeLinker:\s*["']?(node-modules|pnpm)\b/m.test((await tree.text(".yarnrc.yml")) ?? "")) return [];
  return [
    {
      code: "yarn-without-node-modules",
      what: t`Yarn would install the release without node_modules (Plug'n'Play), which this preset does not serve`,
      mend: t`set nodeLinker: node-modules in .yarnrc.yml, or use preset: commands`,
    },
  ];
}
