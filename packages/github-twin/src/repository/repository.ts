import { notFound } from "../http/api-error.ts";
import { fields, type Fields } from "../http/call.ts";
import { dress } from "../dress.ts";
import type { EmulateBackend } from "../emulate-backend.ts";
import type { Identities } from "../people/identities.ts";
import { teamDocument } from "../people/teams.ts";
import type { TwinOptions } from "../twin-interface.ts";

export interface BackendReply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** The repository's documents: what emulate holds, in GitHub's dress. */
export interface Repository {
  readonly name: string;
  readonly apiUrl: string;
  readonly path: string;
  readonly document: Fields;
  readonly short: Fields;
  user(login: string): Fields;
  team(slug: string): Fields;
  send(login: string, method: string, path: string, body?: unknown): Promise<BackendReply>;
}

/** `repository` in a run is the short form: it has no owner's rights and no counts in it. */
function minimal(document: Fields): Fields {
  const left = new Set([
    "permissions",
    "organization",
    "source",
    "parent",
    "template_repository",
    "license",
    "code_of_conduct",
  ]);
  return Object.fromEntries(Object.entries(document).filter(([key]) => !left.has(key)));
}

export interface RepositoryOptions {
  readonly twin: TwinOptions;
  readonly apiUrl: string;
  readonly defaultBranch: string;
  readonly backend: EmulateBackend;
  readonly identities: Identities;
  readonly logins: readonly string[];
}

export async function repository(options: RepositoryOptions): Promise<Repository> {
  const { twin, apiUrl, defaultBranch, backend, identities, logins } = options;
  const { repository: name, visibility = "private", issues = true, teams = {} } = twin;
  const clothes = dress({
    backendUrl: backend.url,
    apiUrl,
    defaultBranch,
    visibility,
    issues,
    owner: name.split("/")[0] ?? "",
    identities,
  });
  const send: Repository["send"] = async (login, method, path, body) => {
    const answer = await backend.send(login, method, clothes.path(path), body);
    return {
      status: answer.status,
      body: clothes.answer(answer.body),
      headers: answer.link === null ? {} : { link: clothes.link(answer.link) },
    };
  };
  const first = logins[0] ?? "";
  const document = fields((await send(first, "GET", `/repos/${name}`)).body);
  const profiles = new Map<string, Fields>();
  for (const login of logins) {
    const profile = fields((await send(first, "GET", `/users/${encodeURIComponent(login)}`)).body);
    // The public profile has more than the short user document which other documents embed.
    const short = Object.entries(profile).filter(([key]) =>
      /^(login|id|node_id|avatar_url|gravatar_id|type|site_admin|user_view_type)$|url$/.test(key),
    );
    profiles.set(login.toLowerCase(), Object.fromEntries(short));
  }
  return {
    name,
    apiUrl,
    path: `/repos/${name}`,
    document,
    short: minimal(document),
    send,
    user(login) {
      const profile = profiles.get(login.toLowerCase());
      if (profile === undefined) throw notFound();
      return profile;
    },
    team: (slug) => teamDocument({ name, apiUrl }, teams, slug),
  };
}
