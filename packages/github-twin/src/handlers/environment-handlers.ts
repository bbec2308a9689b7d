import { notFound } from "../http/api-error.ts";
import { patternsOf } from "../repository/branch-policy.ts";
import { ok, param, type Call, type Fields, type Handlers } from "../http/call.ts";
import type { Environment, Environments } from "../runs/environments.ts";
import type { Offers } from "../people/plan.ts";
import { page } from "../http/page.ts";
import type { Repository } from "../repository/repository.ts";

const nodeId = (kind: string, id: number): string => Buffer.from(`${kind}:${id}`).toString("base64url");

export function environmentLinks(repository: Repository, environment: Environment): Fields {
  const name = encodeURIComponent(environment.name);
  return {
    id: environment.id,
    node_id: nodeId("EN", environment.id),
    name: environment.name,
    url: `${repository.apiUrl}${repository.path}/environments/${name}`,
    html_url: `${repository.apiUrl}/${repository.name}/deployments/activity_log?environments_filter=${name}`,
  };
}

export function reviewerDocuments(repository: Repository, environment: Environment): readonly Fields[] {
  return environment.rules.reviewers.map((reviewer) =>
    typeof reviewer === "string"
      ? { type: "User", reviewer: repository.user(reviewer) }
      : { type: "Team", reviewer: repository.team(reviewer.team) },
  );
}

/** `null` for an environment that takes every ref. */
function branchPolicy({ rules: { branches = "all" } }: Environment): Fields | null {
  if (branches === "all") return null;
  const own = branches !== "protected";
  return { protected_branches: !own, custom_branch_policies: own };
}

function patternDocuments(environment: Environment): readonly Fields[] {
  return patternsOf(environment.rules.branches).map(({ name, type }, at) => {
    const id = (environment.id - 7_300_000_000) * 1_000 + at;
    return { id, node_id: nodeId("GBP", id), name, type };
  });
}

function protectionRules(repository: Repository, environment: Environment): readonly Fields[] {
  const { reviewers, preventSelfReview, waitTimer = 0 } = environment.rules;
  const id = environment.id - 7_000_000_000;
  const rules: Fields[] = [];
  const timerId = id + 250_000;
  if (waitTimer > 0)
    rules.push({ id: timerId, node_id: nodeId("GA", timerId), type: "wait_timer", wait_timer: waitTimer });
  if (reviewers.length > 0)
    rules.push({
      id,
      node_id: nodeId("GA", environment.id),
      type: "required_reviewers",
      prevent_self_review: preventSelfReview ?? false,
      reviewers: reviewerDocuments(repository, environment),
    });
  if (branchPolicy(environment) !== null)
    rules.push({ id: id + 500_000, node_id: nodeId("GA", id + 500_000), type: "branch_policy" });
  return rules;
}

export function environmentHandlers(repository: Repository, environments: Environments, offers: Offers): Handlers {
  const document = (environment: Environment) => ({
    ...environmentLinks(repository, environment),
    created_at: environment.created,
    updated_at: environment.created,
    can_admins_bypass: environment.rules.adminsMayBypass ?? true,
    protection_rules: protectionRules(repository, environment),
    deployment_branch_policy: branchPolicy(environment),
  });
  const named = (name: string): Environment => {
    const found = offers.environments ? environments.find(name) : undefined;
    if (found === undefined) throw notFound();
    return found;
  };
  const patterns = (call: Call) => patternDocuments(named(param(call, "environment_name")));
  return {
    "repos/get-environment": (call) => ok(document(named(param(call, "environment_name")))),
    "repos/get-all-environments"(call) {
      if (!offers.environments) throw notFound();
      const all = environments.all().map(document);
      const { items, headers } = page(call, all, repository.apiUrl);
      return { status: 200, body: { total_count: all.length, environments: items }, headers };
    },
    "repos/list-deployment-branch-policies"(call) {
      const all = patterns(call);
      const { items, headers } = page(call, all, repository.apiUrl);
      return { status: 200, body: { total_count: all.length, branch_policies: items }, headers };
    },
    "repos/get-deployment-branch-policy"(call) {
      const found = patterns(call).find((one) => String(one.id) === param(call, "branch_policy_id"));
      if (found === undefined) throw notFound();
      return ok(found);
    },
    "repos/get-all-deployment-protection-rules"(call) {
      named(param(call, "environment_name"));
      // Reviewers are no such rule: this lists the gates of GitHub Apps only, and here are none.
      return ok({ total_count: 0, custom_deployment_protection_rules: [] });
    },
  };
}
