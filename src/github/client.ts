import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";
import type { Log } from "../core/log.ts";
import { InternalError, UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { limitedFetch, userAgent } from "./connection.ts";

const Client = Octokit.plugin(retry, throttling);

/** The repository that the run belongs to, and how to talk to GitHub about it. */
export interface GitHub {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly repo: string;
  /** https://github.com, or a GitHub Enterprise Server. */
  readonly serverUrl: string;
  /** This process does without GitHub: nothing is asked there, and what it should be told waits. */
  readonly away?: true;
}

/** For a person at the keyboard while GitHub is gone. Whoever asks it all the same gets a UserError. */
export const githubAway: GitHub = {
  octokit: new Proxy({} as Octokit, {
    get() {
      throw new UserError({
        code: "github-away",
        what: t`GitHub is not asked from here`,
        mend: t`once it answers again, \`golive checklist\` tells it what was done`,
      });
    },
  }),
  owner: "",
  repo: "",
  serverUrl: "",
  away: true,
};

export interface GitHubSettings {
  readonly token: string;
  /** "owner/name" */
  readonly repository: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
}

/** Waits out rate limits up to a minute, tries again on 5xx; writes keep the advised distance. */
export function openGitHub(settings: GitHubSettings, log: Log): GitHub {
  if (settings.token === "") throw new InternalError("GitHub is never asked without a token");
  const [owner = "", repo = ""] = settings.repository.split("/");
  const limit =
    (kind: string) => (retryAfter: number, options: { method: string; url: string }, _: unknown, count: number) => {
      const again = count < 2 && retryAfter <= 60;
      log.warn(
        t`GitHub's ${kind} limit is reached \
(${options.method} ${options.url}); ${again ? t`trying again in ${retryAfter} s` : t`giving up`}`,
      );
      return again;
    };
  const octokit = new Client({
    auth: settings.token,
    baseUrl: settings.apiUrl,
    userAgent: userAgent(),
    request: { fetch: limitedFetch(settings.apiUrl) },
    retry: { retries: 2 },
    throttle: { onRateLimit: limit("rate"), onSecondaryRateLimit: limit("secondary") },
    log: { debug() {}, info() {}, warn: (text: string) => log.warn(text), error() {} },
  });
  return { octokit, owner, repo, serverUrl: settings.serverUrl };
}

/** The HTTP status of an Octokit error, or null for anything else. */
export function httpStatus(error: unknown): number | null {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === "number" ? status : null;
}
