import { botLogin, type Identities } from "./people/identities.ts";

/**
 * GitHub's ids are far apart and larger than 32 bits. emulate counts from 1, so that an issue's
 * id and its number would be the same, and a mistake between them would pass unseen.
 */
const issueIds = 3_100_000_000;
export const commentIds = 2_300_000_000;
const botId = 41_898_282;

export interface Dress {
  /** An answer of emulate as GitHub would have written it. */
  answer(body: unknown): unknown;
  link(header: string): string;
  /** The path of a request, as emulate knows it. */
  path(path: string): string;
}

export interface DressOptions {
  readonly backendUrl: string;
  readonly apiUrl: string;
  readonly defaultBranch: string;
  readonly visibility: "public" | "private";
  readonly issues: boolean;
  readonly owner: string;
  readonly identities: Identities;
}

type Mutable = Record<string, unknown>;

/** emulate leaves these out of an organization that owns a repository; GitHub has them there too. */
const accountLinks = [
  "followers",
  "following{/other_user}",
  "gists{/gist_id}",
  "starred{/owner}{/repo}",
  "subscriptions",
  "organizations",
  "repos",
  "events{/privacy}",
  "received_events",
];

function account(apiUrl: string, login: string): Mutable {
  const links = accountLinks.map(
    (link) =>
      [`${link.replace(/\{.*/, "")}_url`, `${apiUrl}/users/${login}/${link.replace("organizations", "orgs")}`] as const,
  );
  return { ...Object.fromEntries(links), gravatar_id: "" };
}

/**
 * As the event of a workflow and the token of a run have it: a membership that is not public is not seen, and who has
 * a commit in the repository is a contributor then.
 */
function associationOf(login: string, owner: string, { users, permissionOf }: Identities): string {
  if (login.toLowerCase() === owner.toLowerCase()) return "OWNER";
  const user = users.find((one) => one.login.toLowerCase() === login.toLowerCase());
  if (user?.membership === "public") return "MEMBER";
  if (user?.membership === undefined && (permissionOf(login) ?? "none") !== "none") return "COLLABORATOR";
  return user?.contributed === true ? "CONTRIBUTOR" : "NONE";
}

function dressRepository(target: Mutable, { visibility, issues, defaultBranch }: DressOptions): void {
  if (!("full_name" in target && "private" in target)) return;
  Object.assign(target, {
    private: visibility === "private",
    visibility,
    has_issues: issues,
    default_branch: defaultBranch,
    pushed_at: target.created_at,
    network_count: 0,
    subscribers_count: 1,
  });
}

function dressAccount(target: Mutable, apiUrl: string): void {
  if (target.type === "Organization") Object.assign(target, { ...account(apiUrl, String(target.login)), ...target });
  if ("login" in target && target.login === botLogin)
    Object.assign(target, { type: "Bot", id: botId, html_url: `${apiUrl}/apps/github-actions` });
}

export function dress(options: DressOptions): Dress {
  const { backendUrl, apiUrl, owner, identities } = options;
  const link = (text: string): string =>
    text
      .replaceAll(backendUrl, apiUrl)
      .replace(
        /(\/issues\/comments\/|#issuecomment-)(\d+)/g,
        (_, before: string, id: string) => `${before}${Number(id) + commentIds}`,
      )
      .replaceAll(botLogin, encodeURIComponent(botLogin));

  const association = (user: unknown): string => {
    const login = typeof user === "object" && user !== null && "login" in user ? String(user.login) : "";
    return associationOf(login, owner, identities);
  };

  const text = (key: string, value: string): string => {
    if (key.endsWith("_at")) return value.replace(/\.\d{3}Z$/, "Z");
    return key.endsWith("url") || key === "href" ? link(value) : value;
  };

  const dressIssue = (target: Mutable): void => {
    if ("issue_url" in target) target.id = Number(target.id) + commentIds;
    if ("timeline_url" in target) target.id = Number(target.id) + issueIds;
    if ("author_association" in target) target.author_association = association(target.user);
  };

  const object = (source: object): unknown => {
    const target: Mutable = {};
    for (const [key, value] of Object.entries(source))
      target[key] = typeof value === "string" ? text(key, value) : walk(value);
    dressAccount(target, apiUrl);
    dressIssue(target);
    dressRepository(target, options);
    return target;
  };

  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    return typeof value === "object" && value !== null ? object(value) : value;
  };

  return {
    answer: walk,
    link,
    path: (path) =>
      path.replace(
        /(\/issues\/comments\/)(\d+)/,
        (_, before: string, id: string) => `${before}${Number(id) - commentIds}`,
      ),
  };
}
