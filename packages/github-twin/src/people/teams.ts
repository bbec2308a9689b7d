import type { Fields } from "../http/call.ts";
import type { TwinOptions } from "../twin-interface.ts";

/** A team as other documents embed it. */
export function teamDocument(
  repository: { readonly name: string; readonly apiUrl: string },
  teams: NonNullable<TwinOptions["teams"]>,
  slug: string,
): Fields {
  const id = 9_100_001 + Object.keys(teams).indexOf(slug);
  const owner = repository.name.split("/")[0] ?? "";
  const url = `${repository.apiUrl}/organizations/1/team/${id}`;
  return {
    id,
    node_id: Buffer.from(`T:${id}`).toString("base64url"),
    name: slug,
    slug,
    description: null,
    privacy: "closed",
    notification_setting: "notifications_enabled",
    permission: "push",
    url,
    html_url: `${repository.apiUrl}/orgs/${owner}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: "organization",
    parent: null,
  };
}
