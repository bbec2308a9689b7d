import { ApiError, notFound } from "../http/api-error.ts";
import type { BranchRules } from "../repository/branch-rules.ts";
import { ok, param, type Fields, type Handlers } from "../http/call.ts";
import { commitDocument } from "../repository/commit-document.ts";
import type { GitRepository } from "../repository/git-repository.ts";
import { page } from "../http/page.ts";
import type { Offers } from "../people/plan.ts";
import type { Repository } from "../repository/repository.ts";

export interface BranchHandlerOptions {
  readonly repository: Repository;
  readonly git: GitRepository;
  readonly rules: BranchRules;
  readonly offers: Offers;
}

const prefix = "refs/heads/";

/** Throws what GitHub answers where the owner pays for no rules of branches. */
export function assertBranchRules(offers: Offers): void {
  if (!offers.branchRules)
    throw new ApiError(403, "Upgrade to GitHub Pro or make this repository public to enable this feature.");
}

export function branchHandlers({ repository, git, rules, offers }: BranchHandlerOptions): Handlers {
  const url = `${repository.apiUrl}${repository.path}`;
  const html = `${repository.apiUrl}/${repository.name}`;
  const isProtected = (name: string): boolean => offers.branchRules && rules.isProtected(name);

  const protection = (name: string): Fields => {
    // A ruleset protects a branch too, and this part does not know of it.
    const classic = offers.branchRules && rules.classic.includes(name);
    return {
      enabled: classic,
      required_status_checks: { enforcement_level: classic ? "non_admins" : "off", contexts: [], checks: [] },
    };
  };
  const shaOf = async (name: string): Promise<string> => {
    const found = await git.object(`${prefix}${name}^{commit}`);
    if (found === null) throw new ApiError(404, "Branch not found");
    return found;
  };

  return {
    async "repos/get-branch"(call) {
      const name = param(call, "branch");
      const sha = await shaOf(name);
      const encoded = encodeURIComponent(name);
      return ok({
        name,
        commit: commitDocument(repository, await git.commit(sha)),
        _links: { self: `${url}/branches/${encoded}`, html: `${html}/tree/${name}` },
        protected: isProtected(name),
        protection: protection(name),
        protection_url: `${url}/branches/${encoded}/protection`,
      });
    },

    async "repos/list-branches"(call) {
      const wanted = call.search.get("protected");
      const names = (await git.refs(prefix)).map(({ ref }) => ref.slice(prefix.length));
      const chosen = names.filter((name) => wanted === null || String(isProtected(name)) === wanted);
      const { items, headers } = page(call, chosen, repository.apiUrl);
      const branches = items.map(async (name) => {
        const sha = await shaOf(name);
        return { name, commit: { sha, url: `${url}/commits/${sha}` }, protected: isProtected(name) };
      });
      return { status: 200, body: await Promise.all(branches), headers };
    },

    async "repos/get-branch-protection"(call) {
      const name = param(call, "branch");
      await shaOf(name);
      assertBranchRules(offers);
      if (call.who.permission !== "admin") throw notFound();
      if (!rules.classic.includes(name)) throw new ApiError(404, "Branch not protected");
      return ok({ url: `${url}/branches/${encodeURIComponent(name)}/protection`, ...protection(name) });
    },
  };
}
