import { waitingPage } from "./waiting-page.ts";
import type { Release } from "../../../../src/core/release.ts";
import type { GitHub } from "../../../../src/github/client.ts";

export interface TriedEdit {
  /** ISO 8601, whole seconds. */
  readonly at: string;
  /** Login; null for nobody that GitHub names. */
  readonly by: string | null;
  /** What it was until then. Without: the same as now. */
  readonly from?: string;
  /** Who took that text out of the history. */
  readonly removedBy?: string;
}

/** One comment on the checklist. */
export interface TriedComment {
  readonly body: string;
  readonly author: string;
  readonly permission: string;
  /** `User`, `Bot`, or an app that writes in a person's name. */
  readonly by: "person" | "bot" | "app";
  readonly at: string;
  /** Oldest first; "hidden" where GitHub does not tell this token. */
  readonly edits: readonly TriedEdit[] | "hidden";
  readonly public: boolean;
}

export interface Setting {
  readonly release: Release;
  readonly starter: string;
  readonly openedAt: string;
  readonly scenarios: number;
}

export interface Canned {
  readonly github: GitHub;
  /** What golive wrote on the issue. */
  readonly answers: readonly string[];
  /** Tags of the launches that were started. */
  readonly dispatched: readonly string[];
}

/** The number of the comment that is tried. */
export const triedId = 500;

/** GitHub as it is asked about one comment: REST and GraphQL answer as it does, nothing else is there. */
export function cannedGitHub(comment: TriedComment, setting: Setting): Canned {
  const answers: string[] = [];
  const dispatched: string[] = [];
  const { release } = setting;
  const own = (body: string, id: number) => ({
    id,
    node_id: `own-${id}`,
    user: { login: "golive", type: "Bot" },
    body,
  });
  const tried = triedIn(comment, release);
  const octokit = {
    graphql: async (_: string, { ids }: { readonly ids: readonly string[] }) => ({
      nodes: ids.map((id) =>
        id === "tried"
          ? nodeOf(comment)
          : nodeOf({ ...comment, body: "", edits: comment.edits === "hidden" ? "hidden" : [] }),
      ),
    }),
    paginate: async () => [tried, ...answers.map((body, index) => own(body, triedId + 1 + index))],
    rest: {
      repos: {
        get: async () => ({ data: { default_branch: "main", private: !comment.public } }),
        getCollaboratorPermissionLevel: async () => ({ data: { permission: comment.permission } }),
      },
      issues: {
        listComments: {},
        getComment: async () => ({ data: tried }),
        get: async () => ({
          data: { state: "open", body: waitingPage(release), labels: ["golive"], user: { type: "Bot" } },
        }),
        createComment: async ({ body }: { readonly body: string }) => {
          answers.push(body);
          return { data: { id: 1, node_id: "1" } };
        },
        updateComment: async () => ({ data: {} }),
      },
      actions: {
        getWorkflowRun: async () => ({ data: startOf(setting) }),
        createWorkflowDispatch: async ({ inputs }: { readonly inputs: { readonly tag: string } }) =>
          void dispatched.push(inputs.tag),
      },
    },
  };
  return {
    github: { octokit, owner: "o", repo: "r", serverUrl: "https://github.test" } as unknown as GitHub,
    answers,
    dispatched,
  };
}

/** The comment as REST has it. */
function triedIn({ author, by, body, at }: TriedComment, { issue }: Release) {
  return {
    id: triedId,
    node_id: "tried",
    issue_url: `https://api.test/repos/o/r/issues/${issue}`,
    user: { login: author, type: by === "bot" ? "Bot" : "User" },
    performed_via_github_app: by === "app" ? { id: 1 } : null,
    body,
    created_at: at,
  };
}

/** The run that opened the launch. */
function startOf({ starter, openedAt }: Setting): object {
  const actor = { login: starter };
  return { status: "completed", run_started_at: openedAt, actor, triggering_actor: actor };
}

const user = (login: string | null | undefined) => (login ? { __typename: "User", login } : null);

function nodeOf({ body, author, at, edits }: TriedComment): object {
  const told = edits === "hidden" ? [] : edits;
  const bodies = [...told.map(({ from = body }) => from), body];
  const versions = [{ at, by: author as string | null }, ...told].map((one, index) => ({
    editedAt: one.at,
    editor: user(one.by),
    deletedAt: told[index]?.removedBy === undefined ? null : one.at,
    deletedBy: user(told[index]?.removedBy),
    diff: told[index]?.removedBy === undefined ? bodies[index] : null,
  }));
  const nodes = told.length === 0 ? [] : versions.toReversed();
  return {
    body,
    createdAt: at,
    lastEditedAt: told.at(-1)?.at ?? null,
    includesCreatedEdit: told.length > 0,
    author: user(author),
    userContentEdits: edits === "hidden" ? null : { nodes, pageInfo: { hasNextPage: false, endCursor: null } },
  };
}
