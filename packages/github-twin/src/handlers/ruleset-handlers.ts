import { notFound } from "../http/api-error.ts";
import type { Ruleset } from "../repository/branch-rules.ts";
import { ok, param, type Call, type Fields, type Handlers } from "../http/call.ts";
import { page } from "../http/page.ts";
import { assertBranchRules, type BranchHandlerOptions } from "./branch-handlers.ts";

/** What protects refs now: rulesets, and what they come to for one branch. */
export function rulesetHandlers({ repository, rules, offers }: Omit<BranchHandlerOptions, "git">): Handlers {
  const source = { source_type: "Repository", source: repository.name };
  const short = ({ id, name, target, enforcement = "active" }: Ruleset): Fields => ({
    id,
    name,
    target,
    ...source,
    enforcement,
    node_id: Buffer.from(`RRS:${id}`).toString("base64url"),
    _links: {
      self: { href: `${repository.apiUrl}${repository.path}/rulesets/${id}` },
      html: { href: `${repository.apiUrl}/${repository.name}/rules/${id}` },
    },
    created_at: repository.document.created_at,
    updated_at: repository.document.created_at,
  });
  const whole = (ruleset: Ruleset, call: Call): Fields => ({
    ...short(ruleset),
    conditions: { ref_name: { include: ruleset.include, exclude: ruleset.exclude ?? [] } },
    rules: ruleset.rules,
    // Who may pass by is told to those who may change the ruleset, and never to a run.
    ...(call.who.grants === null && call.who.permission === "admin" ? { bypass_actors: ruleset.bypass ?? [] } : {}),
    current_user_can_bypass: "never",
  });

  return {
    "repos/get-branch-rules"(call) {
      assertBranchRules(offers);
      // A branch that is not there has rules as well: those it would have.
      const found = rules.forRef(`refs/heads/${param(call, "branch")}`).flatMap((ruleset) =>
        ruleset.rules.map((rule) => ({
          ...rule,
          ruleset_source_type: source.source_type,
          ruleset_source: source.source,
          ruleset_id: ruleset.id,
        })),
      );
      const { items, headers } = page(call, found, repository.apiUrl);
      return { status: 200, body: items, headers };
    },

    "repos/get-repo-rulesets"(call) {
      assertBranchRules(offers);
      const targets = call.search.get("targets")?.split(",");
      const all = rules.rulesets.filter(({ target }) => targets === undefined || targets.includes(target));
      const { items, headers } = page(call, all, repository.apiUrl);
      return { status: 200, body: items.map(short), headers };
    },

    "repos/get-repo-ruleset"(call) {
      assertBranchRules(offers);
      const found = rules.rulesets.find(({ id }) => String(id) === param(call, "ruleset_id"));
      if (found === undefined) throw notFound();
      return ok(whole(found, call));
    },
  };
}
