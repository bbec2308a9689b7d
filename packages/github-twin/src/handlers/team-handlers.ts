import { notFound } from "../http/api-error.ts";
import { param, type Call, type Handlers } from "../http/call.ts";
import { page } from "../http/page.ts";
import type { Repository } from "../repository/repository.ts";
import type { TwinTeam } from "../twin-interface.ts";

/** Who belongs to a team is the organization's to know: no permission of a run covers it. */
export function teamHandlers(repository: Repository, teams: Readonly<Record<string, TwinTeam>>): Handlers {
  const owner = (repository.name.split("/")[0] ?? "").toLowerCase();
  const named = (call: Call): TwinTeam => {
    const found = teams[param(call, "team_slug")];
    if (found === undefined || param(call, "org").toLowerCase() !== owner) throw notFound();
    return found;
  };
  return {
    "teams/list-members-in-org"(call) {
      const { items, headers } = page(call, named(call).members, repository.apiUrl);
      return { status: 200, body: items.map((login) => repository.user(login)), headers };
    },
  };
}
