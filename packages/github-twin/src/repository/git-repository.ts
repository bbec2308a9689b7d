import { runGit } from "./git-process.ts";

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

export interface Ref {
  readonly ref: string;
  readonly sha: string;
  readonly type: string;
}

export interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size: number;
  readonly path: string;
}

export interface GitRepository {
  bytes(...args: readonly string[]): Promise<Buffer>;
  text(...args: readonly string[]): Promise<string>;
  /** The object a name stands for, or null. */
  object(name: string): Promise<string | null>;
  /** The commit that GitHub takes a branch, tag, `heads/x`, `tags/x` or sha for. */
  commitOf(ref: string): Promise<string | null>;
  commit(sha: string): Promise<Commit>;
  /** The commits of a range, newest first. */
  log(range: string, limit?: number): Promise<readonly Commit[]>;
  refs(prefix: string): Promise<readonly Ref[]>;
  tree(sha: string, recursive: boolean): Promise<readonly TreeEntry[]>;
  defaultBranch(): Promise<string>;
}

const formatFields = ["%H", "%T", "%P", "%an", "%ae", "%aI", "%cn", "%ce", "%cI", "%B"];
const format = formatFields.join("%x00");
const fieldCount = formatFields.length;
const utc = (date = ""): string => new Date(date).toISOString().replace(".000Z", "Z");

function readCommit(values: readonly string[]): Commit {
  const [sha = "", tree = "", parents = "", an = "", ae = "", ad, cn = "", ce = "", cd, message = ""] = values;
  return {
    sha,
    tree,
    parents: parents.split(" ").filter((parent) => parent !== ""),
    author: { name: an, email: ae, date: utc(ad) },
    committer: { name: cn, email: ce, date: utc(cd) },
    message: message.trimEnd(),
  };
}

function readRef(line: string): Ref {
  const [ref = "", sha = "", type = ""] = line.split(" ");
  return { ref, sha, type };
}

function readTreeEntry(line: string): TreeEntry {
  const [info = "", path = ""] = line.split("\t");
  const [mode = "", type = "", sha = "", size = "-"] = info.split(/ +/);
  return { mode, type, sha, size: size === "-" ? 0 : Number(size), path };
}

export function gitRepository(directory: string): GitRepository {
  const bytes: GitRepository["bytes"] = (...args) => runGit(["-C", directory, ...args]);
  const text: GitRepository["text"] = async (...args) => (await bytes(...args)).toString("utf8");
  const object: GitRepository["object"] = async (name) => {
    try {
      return (await text("rev-parse", "--verify", "--quiet", "--end-of-options", name)).trim();
    } catch {
      return null;
    }
  };
  return {
    bytes,
    text,
    object,
    async commitOf(ref) {
      const names = [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/${ref}`];
      if (ref === "HEAD" || /^[0-9a-f]{7,40}$/.test(ref)) names.push(ref);
      if (ref.startsWith("refs/")) names.push(ref);
      for (const name of names) {
        const found = await object(`${name}^{commit}`);
        if (found !== null) return found;
      }
      return null;
    },
    commit: async (sha) =>
      readCommit((await text("show", "--no-patch", `--format=${format}`, "--end-of-options", sha)).split("\0")),
    async log(range, limit = 10_000) {
      const values = (
        await text("log", "-z", `--max-count=${limit}`, `--format=tformat:${format}`, "--end-of-options", range)
      ).split("\0");
      const count = Math.floor(values.length / fieldCount);
      return Array.from({ length: count }, (_, at) => readCommit(values.slice(at * fieldCount, (at + 1) * fieldCount)));
    },
    async refs(prefix) {
      const lines = (await text("for-each-ref", "--format=%(refname) %(objectname) %(objecttype)")).split("\n");
      return lines.filter((line) => line.startsWith(prefix) && line !== "").map(readRef);
    },
    async tree(sha, recursive) {
      const out = await text("ls-tree", "-z", "--long", ...(recursive ? ["-r", "-t"] : []), "--end-of-options", sha);
      return out
        .split("\0")
        .filter((line) => line !== "")
        .map(readTreeEntry);
    },
    async defaultBranch() {
      try {
        return (await text("symbolic-ref", "--short", "HEAD")).trim();
      } catch {
        return "main";
      }
    },
  };
}
