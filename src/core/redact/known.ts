/** What was found of one place that tells what is no one's data: the plan, the release's tree, the catalog. */
export interface PublicFacts {
  /** Names of tables, columns, constraints, units, hosts, modules, packages, classes. */
  readonly names?: Iterable<string>;
  /** Paths of the release's tree, from its root. */
  readonly files?: Iterable<string>;
  /** Paths of the host that the plan or golive itself names. */
  readonly paths?: Iterable<string>;
}

/** What may be told because it stands in the plan, in the release's tree or in the catalog. Grows as golive learns. */
export interface Known {
  isName(text: string): boolean;
  /** How a path may be told: itself, or its end that the tree holds. Null when nothing of it is known. */
  shownPath(path: string): string | null;
  learn(facts: PublicFacts): void;
}

/** More than any service has; a catalog of a hundred thousand partitions must not fill the memory. */
const mostNames = 200_000;

export function createKnown(...facts: readonly PublicFacts[]): Known {
  const names = new Set<string>();
  const files = new Set<string>();
  const paths = new Set<string>();
  const known: Known = {
    isName: (text) => isKnownName(text, names),
    shownPath: (path) => shownPath(path, paths, files),
    learn(more) {
      addAll(names, more.names);
      addAll(paths, more.paths);
      for (const file of more.files ?? []) addWithFolders(files, file);
    },
  };
  for (const one of facts) known.learn(one);
  return known;
}

/** Both together: what one does not know, the other may. */
export function eitherKnown(one: Known, other: Known): Known {
  return {
    isName: (text) => one.isName(text) || other.isName(text),
    shownPath: (path) => one.shownPath(path) ?? other.shownPath(path),
    learn: (facts) => one.learn(facts),
  };
}

export const nothingKnown: Known = {
  isName: () => false,
  shownPath: () => null,
  learn() {},
};

/** Schemas that every PostgreSQL has. */
const everywhere = new Set(["public", "pg_catalog", "information_schema"]);

function isKnownName(text: string, names: ReadonlySet<string>): boolean {
  const bare = text.replaceAll('"', "");
  if (names.has(text) || names.has(bare)) return true;
  const parts = bare.split(".");
  if (parts.length < 2) return everywhere.has(bare);
  return parts.every((part) => names.has(part) || everywhere.has(part));
}

function shownPath(path: string, paths: ReadonlySet<string>, files: ReadonlySet<string>): string | null {
  const bare = path.length > 1 ? path.replace(/\/$/, "") : path;
  if (paths.has(bare) || files.has(bare)) return path;
  if (isProgramPath(bare)) return path;
  return endInTree(bare, files);
}

/** A release lies below a folder of its own: what follows that folder is the tree's. */
function endInTree(path: string, files: ReadonlySet<string>): string | null {
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) {
    const end = path.slice(at + 1);
    if (files.has(end)) return `…/${end}`;
  }
  return null;
}

/** Where packages of the system put their programs: `/usr/lib/postgresql/15/bin/pg_dump`. */
function isProgramPath(path: string): boolean {
  return (
    /^(?:\/usr(?:\/local)?)?\/s?bin\/(?:python3?(?:\.\d+)?|psql|pg_\w+|git|node|npm|sh|bash|env|sudo)$/.test(path) ||
    /^\/usr\/lib\/postgresql\/\d+\/bin\/\w{1,30}$/.test(path)
  );
}

function addAll(set: Set<string>, more: Iterable<string> | undefined): void {
  for (const one of more ?? []) if (one !== "" && set.size < mostNames) set.add(one);
}

function addWithFolders(files: Set<string>, file: string): void {
  for (let end = file; end !== "" && end !== "."; end = end.slice(0, Math.max(0, end.lastIndexOf("/")))) {
    if (files.has(end) || files.size >= mostNames) return;
    files.add(end);
  }
}
