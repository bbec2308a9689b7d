import { approvalHandlers } from "./approval-handlers.ts";
import type { Handler, Handlers } from "./call.ts";
import { commitHandlers } from "./commit-handlers.ts";
import { contentHandlers } from "./content-handlers.ts";
import { description } from "./description.ts";
import { now } from "./clock.ts";
import { commentKey, edits } from "./edits.ts";
import { emulateBackend } from "./emulate-backend.ts";
import { environmentHandlers } from "./environment-handlers.ts";
import { environments } from "./environments.ts";
import { faults } from "./faults.ts";
import { forwardHandlers } from "./forward-handlers.ts";
import { gates } from "./gates.ts";
import { gitRepository } from "./git-repository.ts";
import { graphqlHandler } from "./graphql/graphql-handler.ts";
import { botLogin, identities } from "./identities.ts";
import { issueHandlers } from "./issue-handlers.ts";
import { personHandlers } from "./person-handlers.ts";
import { rateLimit } from "./rate-limit.ts";
import { refHandlers } from "./ref-handlers.ts";
import { repository } from "./repository.ts";
import { respond } from "./respond.ts";
import { runHandlers } from "./run-handlers.ts";
import { runs, type Runs } from "./runs.ts";
import type { Gates } from "./gates.ts";
import type { RunRequest, Twin, TwinEvent, TwinOptions } from "./twin-interface.ts";
import { twinServer } from "./twin-server.ts";
import { workflowHandlers, type Dispatched } from "./workflow-handlers.ts";

function assertPeople({ users, environments }: TwinOptions): void {
  const known = new Set(users.map((user) => user.login));
  for (const [name, { reviewers }] of Object.entries(environments))
    for (const login of reviewers)
      if (!known.has(login)) throw new Error(`${login} reviews ${name} but is not among the users`);
}

/** `override` replaces handlers: how a test makes the twin lie, to see the lie noticed. */
export async function startTwinWith(options: TwinOptions, override: Readonly<Record<string, Handler>>): Promise<Twin> {
  assertPeople(options);
  const known = identities(options.users);
  const limit = rateLimit();
  const git = gitRepository(options.gitDirectory);
  const broken = faults();
  const places = environments(options.environments);
  const history = edits();
  const backend = await emulateBackend(options.repository, options.users);
  const listeners: ((event: TwinEvent) => void)[] = [];
  const runRequests: ((request: RunRequest) => void)[] = [];
  let dispatched: Dispatched = () => undefined;
  let state: { readonly runs: Runs; readonly gates: Gates } | undefined;
  description();

  const server = await twinServer(broken, async (url) => {
    const logins = [...new Set([...options.users.map((user) => user.login), botLogin])];
    const repo = await repository(options.repository, url, await git.defaultBranch(), backend, known, logins);
    const allRuns = runs(known, `${url}/${options.repository}`);
    const allGates = gates(places, allRuns);
    state = { runs: allRuns, gates: allGates };
    const requested = (request: RunRequest): void => {
      if (request.action === "cancel") allGates.abandon(request.runId);
      for (const listener of runRequests) listener(request);
    };
    const handlers: Handlers = {
      ...forwardHandlers(repo),
      ...personHandlers(repo, known, limit),
      ...commitHandlers(repo, git),
      ...refHandlers(repo, git),
      ...contentHandlers(repo, git),
      ...issueHandlers(repo, history, (event) => listeners.forEach((listener) => listener(event))),
      ...environmentHandlers(repo, places),
      ...approvalHandlers(repo, allRuns, allGates),
      ...runHandlers({ repository: repo, git, runs: allRuns, requested }),
      ...workflowHandlers(repo, git, (dispatch) => dispatched(dispatch)),
      ...override,
    };
    const responder = {
      handlers,
      graphql: graphqlHandler(repo, history),
      identities: known,
      limit,
      repository: options.repository,
    };
    return (request) => respond(responder, request);
  });
  if (state === undefined) throw new Error("the twin did not start");
  const ready = state;

  return {
    url: server.url,
    serverUrl: server.url,
    requests: server.requests,
    violations: () => server.requests.flatMap((request) => request.problems),
    startRun: ready.runs.start,
    setRun: ready.runs.setRun,
    setJob: ready.runs.setJob,
    gate: ready.gates.gate,
    onDispatch: (handler) => void (dispatched = handler),
    onRunRequest: (handler) => void runRequests.push(handler),
    onEvent: (handler) => void listeners.push(handler),
    removeVersion: (comment, index, login) => history.remove(commentKey(comment), index, { at: now(), login }),
    hideEdits: () => void (history.hidden = true),
    fault: broken.add,
    async close() {
      await server.close();
      await backend.close();
    },
  };
}
