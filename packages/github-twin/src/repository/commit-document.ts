import type { Commit, GitRepository } from "./git-repository.ts";
import type { Repository } from "./repository.ts";
import type { Fields } from "../http/call.ts";

const nodeId = (kind: string, id: string): string => Buffer.from(`${kind}:${id}`).toString("base64url");

export function commitDocument(repository: Repository, commit: Commit): Fields {
  const url = `${repository.apiUrl}${repository.path}`;
  const html = `${repository.apiUrl}/${repository.name}`;
  return {
    sha: commit.sha,
    node_id: nodeId("C", commit.sha),
    url: `${url}/commits/${commit.sha}`,
    html_url: `${html}/commit/${commit.sha}`,
    comments_url: `${url}/commits/${commit.sha}/comments`,
    commit: {
      url: `${url}/git/commits/${commit.sha}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
      verification: { verified: false, reason: "unsigned", payload: null, signature: null, verified_at: null },
    },
    // The twin knows no addresses of its users, so no commit is anybody's.
    author: null,
    committer: null,
    parents: commit.parents.map((sha) => ({ sha, url: `${url}/commits/${sha}`, html_url: `${html}/commit/${sha}` })),
  };
}

const statusNames: Readonly<Record<string, string>> = {
  A: "added",
  D: "removed",
  M: "modified",
  R: "renamed",
  C: "copied",
  T: "changed",
};

/** The files that differ, with counts and without the patch text. */
export async function fileDocuments(
  repository: Repository,
  git: GitRepository,
  from: string,
  to: string,
): Promise<readonly Fields[]> {
  const raw = (await git.text("diff-tree", "-r", "-M", "-z", "--raw", "--no-abbrev", from, to)).split("\0");
  const numbers = await lineCounts(git, from, to);
  const url = `${repository.apiUrl}${repository.path}`;
  const html = `${repository.apiUrl}/${repository.name}`;
  const files: Fields[] = [];
  for (let at = 0; at + 1 < raw.length; ) {
    const [, , , blob = "", letter = "M"] = (raw[at] ?? "").split(" ");
    const moved = letter.startsWith("R") || letter.startsWith("C");
    const previous = raw[at + 1] ?? "";
    const filename = moved ? (raw[at + 2] ?? "") : previous;
    at += moved ? 3 : 2;
    const path = filename.split("/").map(encodeURIComponent).join("/");
    const [additions = 0, deletions = 0] = numbers.get(filename) ?? [];
    files.push({
      sha: letter === "D" ? null : blob,
      filename,
      status: statusNames[letter.charAt(0)] ?? "changed",
      additions,
      deletions,
      changes: additions + deletions,
      blob_url: `${html}/blob/${to}/${path}`,
      raw_url: `${html}/raw/${to}/${path}`,
      contents_url: `${url}/contents/${path}?ref=${to}`,
      ...(moved ? { previous_filename: previous } : {}),
    });
  }
  return files;
}

async function lineCounts(
  git: GitRepository,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const out = (await git.text("diff-tree", "-r", "-M", "-z", "--numstat", from, to)).split("\0");
  const counts = new Map<string, readonly number[]>();
  for (let at = 0; at < out.length; at += 1) {
    const [added, removed, name] = (out[at] ?? "").split("\t");
    if (name === undefined) continue;
    // A renamed file has its two names in fields of their own; a binary one has no counts.
    if (name === "") at += 2;
    counts.set(name === "" ? (out[at] ?? "") : name, [Number(added) || 0, Number(removed) || 0]);
  }
  return counts;
}
