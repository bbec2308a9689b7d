import { getOctokit } from "@actions/github";
import { defaults } from "@actions/github/lib/utils";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import type { Log } from "../core/log.ts";
import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";

export type Octokit = ReturnType<typeof getOctokit>;

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
  const [owner = "", repo = ""] = settings.repository.split("/");
  const limit =
    (kind: string) => (retryAfter: number, options: { method: string; url: string }, _: unknown, count: number) => {
      const again = count < 2 && retryAfter <= 60;
      log.warn(
        t`GitHub's ${kind} limit is reached (${options.method} ${options.url}); ${again ? t`trying again in ${retryAfter} s` : t`giving up`}`,
      );
      return again;
    };
  const octokit = getOctokit(
    settings.token,
    {
      baseUrl: settings.apiUrl,
      userAgent: "golive",
      request: { ...defaults.request, fetch: limitedFetch },
      retry: { retries: 2 },
      throttle: { onRateLimit: limit("rate"), onSecondaryRateLimit: limit("secondary") },
      log: { debug() {}, info() {}, warn: (text: string) => log.warn(text), error() {} },
    } as Parameters<typeof getOctokit>[1],
    retry as never,
    throttling as never,
  );
  return { octokit, owner, repo, serverUrl: settings.serverUrl };
}

/** No single request may hold up a launch for longer than this. The toolkit's own fetch knows the runner's proxy. */
const limitedFetch: typeof fetch = (input, init) => {
  const limit = AbortSignal.timeout(15_000);
  const proxied = (defaults.request as { fetch?: typeof fetch } | undefined)?.fetch ?? fetch;
  return proxied(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit });
};

/** The HTTP status of an Octokit error, or null for anything else. */
export function httpStatus(error: unknown): number | null {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === "number" ? status : null;
}
