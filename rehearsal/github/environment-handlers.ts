import { notFound } from "./api-error.ts";
import { ok, param, type Fields, type Handlers } from "./call.ts";
import type { Environment, Environments } from "./environments.ts";
import { page } from "./page.ts";
import type { Repository } from "./repository.ts";

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
  return environment.rules.reviewers.map((login) => ({ type: "User", reviewer: repository.user(login) }));
}

export function environmentHandlers(repository: Repository, environments: Environments): Handlers {
  const document = (environment: Environment) => ({
    ...environmentLinks(repository, environment),
    created_at: environment.created,
    updated_at: environment.created,
    can_admins_bypass: true,
    protection_rules:
      environment.rules.reviewers.length === 0
        ? []
        : [
            {
              id: environment.id - 7_000_000_000,
              node_id: nodeId("GA", environment.id),
              type: "required_reviewers",
              prevent_self_review: environment.rules.preventSelfReview ?? false,
              reviewers: reviewerDocuments(repository, environment),
            },
          ],
    deployment_branch_policy: null,
  });
  const named = (name: string): Environment => {
    const found = environments.find(name);
    if (found === undefined) throw notFound();
    return found;
  };
  return {
    "repos/get-environment": (call) => ok(document(named(param(call, "environment_name")))),
    "repos/get-all-environments"(call) {
      const all = environments.all().map(document);
      const { items, headers } = page(call, all, repository.apiUrl);
      return { status: 200, body: { total_count: all.length, environments: items }, headers };
    },
    "repos/get-all-deployment-protection-rules"(call) {
      named(param(call, "environment_name"));
      // Reviewers are no such rule: this lists the gates of GitHub Apps only, and here are none.
      return ok({ total_count: 0, custom_deployment_protection_rules: [] });
    },
  };
}
