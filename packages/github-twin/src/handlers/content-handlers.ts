import { notFound } from "../http/api-error.ts";
import { ok, param, type Handlers } from "../http/call.ts";
import type { GitRepository, TreeEntry } from "../repository/git-repository.ts";
import type { Repository } from "../repository/repository.ts";

export function contentHandlers(repository: Repository, git: GitRepository): Handlers {
  const url = `${repository.apiUrl}${repository.path}`;
  const html = `${repository.apiUrl}/${repository.name}`;

  const document = (entry: TreeEntry, path: string, ref: string) => {
    const encoded = path.split("/").map(encodeURIComponent).join("/");
    const type =
      entry.type === "tree"
        ? "dir"
        : entry.type === "commit"
          ? "submodule"
          : entry.mode === "120000"
            ? "symlink"
            : "file";
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
  };

  const entryAt = async (commit: string, path: string): Promise<TreeEntry | undefined> =>
    (await git.tree(commit, true)).find((entry) => entry.path === path);

  return {
    async "repos/get-content"(call) {
      const path = param(call, "path").replace(/^\/+|\/+$/g, "");
      const ref = call.search.get("ref") ?? (await git.defaultBranch());
      const commit = await git.commitOf(ref);
      if (commit === null) throw notFound();
      const entry = path === "" ? undefined : await entryAt(commit, path);
      if (path !== "" && entry === undefined) throw notFound();
      if (entry === undefined || entry.type === "tree") {
        const children = await git.tree(entry?.sha ?? commit, false);
        return ok(children.map((child) => document(child, path === "" ? child.path : `${path}/${child.path}`, ref)));
      }
      const content = await git.bytes("cat-file", "blob", entry.sha);
      if (call.accept.includes("raw"))
        return { status: 200, text: content, type: "application/vnd.github.raw+json; charset=utf-8" };
      if (entry.mode === "120000") return ok({ ...document(entry, path, ref), target: content.toString("utf8") });
      // GitHub breaks its base64 into lines, which a strict decoder has to cope with.
      const encoded = content.toString("base64").replace(/.{60}/g, "$&\n");
      return ok({ ...document(entry, path, ref), encoding: "base64", content: `${encoded}\n` });
    },

    async "git/get-tree"(call) {
      const name = param(call, "tree_sha");
      const commit = await git.commitOf(name);
      const sha = await git.object(`${commit ?? name}^{tree}`);
      if (sha === null) throw notFound();
      const tree = (await git.tree(sha, call.search.has("recursive"))).map((entry) => ({
        path: entry.path,
        mode: entry.mode,
        type: entry.type,
        sha: entry.sha,
        ...(entry.type === "blob" ? { size: entry.size } : {}),
        url: `${url}/git/${entry.type}s/${entry.sha}`,
      }));
      return ok({ sha, url: `${url}/git/trees/${sha}`, tree, truncated: false });
    },

    async "git/get-blob"(call) {
      const sha = param(call, "file_sha");
      const content = await git.bytes("cat-file", "blob", sha).catch(() => null);
      if (content === null) throw notFound();
      return ok({
        sha,
        node_id: Buffer.from(`B:${sha}`).toString("base64url"),
        size: content.length,
        url: `${url}/git/blobs/${sha}`,
        encoding: "base64",
        content: content.toString("base64"),
      });
    },
  };
}
