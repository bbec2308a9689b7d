import { notFound } from "../http/api-error.ts";
import { ok, param, type Handlers } from "../http/call.ts";
import type { GitRepository, Ref } from "../repository/git-repository.ts";
import { page } from "../http/page.ts";
import type { Repository } from "../repository/repository.ts";

export function refHandlers(repository: Repository, git: GitRepository): Handlers {
  const url = `${repository.apiUrl}${repository.path}`;
  const html = `${repository.apiUrl}/${repository.name}`;
  const nodeId = (name: string): string => Buffer.from(`REF:${name}`).toString("base64url");
  const document = (ref: Ref) => ({
    ref: ref.ref,
    node_id: nodeId(ref.ref),
    url: `${url}/git/${ref.ref}`,
    object: { sha: ref.sha, type: ref.type, url: `${url}/git/${ref.type}s/${ref.sha}` },
  });

  return {
    async "git/get-ref"(call) {
      const name = `refs/${param(call, "ref")}`;
      const found = (await git.refs(name)).find((ref) => ref.ref === name);
      if (found === undefined) throw notFound();
      return ok(document(found));
    },

    async "git/list-matching-refs"(call) {
      return ok((await git.refs(`refs/${param(call, "ref")}`)).map(document));
    },

    async "git/get-tag"(call) {
      const sha = param(call, "tag_sha");
      const type = await git.text("cat-file", "-t", sha).catch(() => "");
      if (type.trim() !== "tag") throw notFound();
      const [head = "", ...rest] = (await git.text("cat-file", "tag", sha)).split("\n\n");
      const field = (key: string): string => new RegExp(`^${key} (.*)$`, "m").exec(head)?.[1] ?? "";
      const [, name = "", email = "", seconds = "0"] = /^(.*) <(.*)> (\d+)/.exec(field("tagger")) ?? [];
      return ok({
        node_id: nodeId(sha),
        sha,
        url: `${url}/git/tags/${sha}`,
        tag: field("tag"),
        message: rest.join("\n\n"),
        tagger: { name, email, date: new Date(Number(seconds) * 1000).toISOString().replace(".000Z", "Z") },
        object: { sha: field("object"), type: field("type"), url: `${url}/git/${field("type")}s/${field("object")}` },
      });
    },

    async "repos/list-tags"(call) {
      // GitHub lists tags by name, last name first.
      const { items, headers } = page(call, (await git.refs("refs/tags/")).toReversed(), repository.apiUrl);
      const tags = items.map(async ({ ref }) => {
        const name = ref.slice("refs/tags/".length);
        const sha = (await git.commitOf(`tags/${name}`)) ?? "";
        return {
          name,
          node_id: nodeId(ref),
          commit: { sha, url: `${url}/commits/${sha}` },
          zipball_url: `${html}/zipball/${ref}`,
          tarball_url: `${html}/tarball/${ref}`,
        };
      });
      return { status: 200, body: await Promise.all(tags), headers };
    },
  };
}
