import { notFound } from "../http/api-error.ts";
import { ok, param, type ApiAnswer, type Call, type Fields, type Handlers } from "../http/call.ts";
import type { GitRepository, TreeEntry } from "../repository/git-repository.ts";
import type { Repository } from "../repository/repository.ts";

export function contentHandlers(repository: Repository, git: GitRepository): Handlers {
  return {
    "repos/get-content": (call) => contentAt(repository, git, call),

    async "git/get-tree"(call) {
      const name = param(call, "tree_sha");
      const commit = await git.commitOf(name);
      const sha = await git.object(`${commit ?? name}^{tree}`);
      if (sha === null) throw notFound();
      const url = `${repository.apiUrl}${repository.path}/git`;
      const tree = (await git.tree(sha, call.search.has("recursive"))).map((entry) => ({
        path: entry.path,
        mode: entry.mode,
        type: entry.type,
        sha: entry.sha,
        ...(entry.type === "blob" ? { size: entry.size } : {}),
        url: `${url}/${entry.type}s/${entry.sha}`,
      }));
      return ok({ sha, url: `${url}/trees/${sha}`, tree, truncated: false });
    },

    async "git/get-blob"(call) {
      const sha = param(call, "file_sha");
      const content = await git.bytes("cat-file", "blob", sha).catch(() => null);
      if (content === null) throw notFound();
      return ok({
        sha,
        node_id: Buffer.from(`B:${sha}`).toString("base64url"),
        size: content.length,
        url: `${repository.apiUrl}${repository.path}/git/blobs/${sha}`,
        encoding: "base64",
        content: content.toString("base64"),
      });
    },
  };
}

/** A directory's entries, or a file with what is in it. */
async function contentAt(repository: Repository, git: GitRepository, call: Call): Promise<ApiAnswer> {
  const path = param(call, "path").replace(/^\/+|\/+$/g, "");
  const ref = call.search.get("ref") ?? (await git.defaultBranch());
  const commit = await git.commitOf(ref);
  if (commit === null) throw notFound();
  const document = (entry: TreeEntry, at: string): Fields => entryDocument(repository, { entry, path: at, ref });
  const list = async (tree: string): Promise<ApiAnswer> =>
    ok((await git.tree(tree, false)).map((one) => document(one, path === "" ? one.path : `${path}/${one.path}`)));
  if (path === "") return list(commit);
  const entry = (await git.tree(commit, true)).find((one) => one.path === path);
  if (entry === undefined) throw notFound();
  if (entry.type === "tree") return list(entry.sha);
  const content = await git.bytes("cat-file", "blob", entry.sha);
  if (call.accept.includes("raw"))
    return { status: 200, text: content, type: "application/vnd.github.raw+json; charset=utf-8" };
  if (entry.mode === symlinkMode) return ok({ ...document(entry, path), target: content.toString("utf8") });
  // GitHub breaks its base64 into lines, which a strict decoder has to cope with.
  const encoded = content.toString("base64").replace(/.{60}/g, "$&\n");
  return ok({ ...document(entry, path), encoding: "base64", content: `${encoded}\n` });
}

interface PlacedEntry {
  readonly entry: TreeEntry;
  readonly path: string;
  readonly ref: string;
}

function entryDocument(repository: Repository, { entry, path, ref }: PlacedEntry): Fields {
  const url = `${repository.apiUrl}${repository.path}`;
  const html = `${repository.apiUrl}/${repository.name}`;
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const type = contentType(entry);
  const links = {
    self: `${url}/contents/${encoded}?ref=${encodeURIComponent(ref)}`,
    git: `${url}/git/${entry.type === "tree" ? "trees" : "blobs"}/${entry.sha}`,
    html: `${html}/${entry.type === "tree" ? "tree" : "blob"}/${encodeURIComponent(ref)}/${encoded}`,
  };
  return {
    name: path.split("/").at(-1) ?? "",
    path,
    sha: entry.sha,
    size: entry.size,
    type,
    url: links.self,
    git_url: links.git,
    html_url: links.html,
    download_url: type === "dir" ? null : `${html}/raw/${encodeURIComponent(ref)}/${encoded}`,
    _links: links,
  };
}

const symlinkMode = "120000";

/** This part of GitHub has names of its own for what git keeps. */
function contentType(entry: TreeEntry): "dir" | "submodule" | "symlink" | "file" {
  if (entry.type === "tree") return "dir";
  if (entry.type === "commit") return "submodule";
  return entry.mode === symlinkMode ? "symlink" : "file";
}
