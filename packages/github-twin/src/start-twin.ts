import { branchHandlers } from "./handlers/branch-handlers.ts";
import { type BranchRules, branchRules } from "./repository/branch-rules.ts";
import { offersOf } from "./people/plan.ts";
import { teamHandlers } from "./handlers/team-handlers.ts";
import { secretHandlers } from "./handlers/secret-handlers.ts";
import { approvalHandlers } from "./handlers/approval-handlers.ts";
import type { Handler, Handlers } from "./http/call.ts";
import { commitHandlers } from "./handlers/commit-handlers.ts";
import { contentHandlers } from "./handlers/content-handlers.ts";
import { description } from "./contract/description.ts";
import { now } from "./clock.ts";
import { commentKey, edits } from "./runs/edits.ts";
import { emulateBackend } from "./emulate-backend.ts";
import { environmentHandlers } from "./handlers/environment-handlers.ts";
import { environments } from "./runs/environments.ts";
import { faults } from "./http/faults.ts";
import { forwardHandlers } from "./handlers/forward-handlers.ts";
import { gates } from "./runs/gates.ts";
import { gitRepository } from "./repository/git-repository.ts";
import { graphqlHandler } from "./graphql/graphql-handler.ts";
import { botLogin, identities } from "./people/identities.ts";
import { issueHandlers } from "./handlers/issue-handlers.ts";
import { personHandlers } from "./handlers/person-handlers.ts";
import { rateLimit } from "./http/rate-limit.ts";
import { refHandlers } from "./handlers/ref-handlers.ts";
import { repository } from "./repository/repository.ts";
import { respond } from "./http/respond.ts";
import { runHandlers } from "./handlers/run-handlers.ts";
import { runs, type Runs } from "./runs/runs.ts";
import type { Gates } from "./runs/gates.ts";
import type { RunRequest, Twin, TwinEvent, TwinOptions } from "./twin-interface.ts";
import { twinServer } from "./twin-server.ts";
import { workflowHandlers, type Dispatched } from "./handlers/workflow-handlers.ts";

function assertPeople({ users, environments, teams = {} }: TwinOptions): void {
  const known = new Set(users.map((user) => user.login));
  for (const [name, { reviewers }] of Object.entries(environments))
    for (const reviewer of reviewers) {
      if (typeof reviewer === "string" && !known.has(reviewer))
        throw new Error(`${reviewer} reviews ${name} but is not among the users`);
      if (typeof reviewer !== "string" && !(reviewer.team in teams))
        throw new Error(`the team ${reviewer.team} reviews ${name} but is not among the teams`);
    }
}

/** `override` replaces handlers: how a test makes the twin lie, to see the lie noticed. */
export async function startTwinWith(options: TwinOptions, override: Readonly<Record<string, Handler>>): Promise<Twin> {
  assertPeople(options);
  const known = identities(options.users);
  const limit = rateLimit();
  const git = gitRepository(options.gitDirectory);
  const broken = faults();
  const offers = offersOf(options);
  const places = environments(options.environments, offers);
  const history = edits();
  const backend = await emulateBackend(options.repository, options.users);
  const listeners: ((event: TwinEvent) => void)[] = [];
  const runRequests: ((request: RunRequest) => void)[] = [];
  let dispatched: Dispatched = () => undefined;
  let state: { readonly runs: Runs; readonly gates: Gates; readonly rules: BranchRules } | undefined;
  description();

  const server = await twinServer(broken, async (url) => {
    const logins = [...new Set([...options.users.map((user) => user.login), botLogin])];
    const defaultBranch = await git.defaultBranch();
    const rules = branchRules(options, defaultBranch);
    const repo = await repository({ twin: options, apiUrl: url, defaultBranch, backend, identities: known, logins });
    const allRuns = runs(known, `${url}/${options.repository}`);
    const allGates = gates({
      environments: places,
      runs: allRuns,
      protectedBranches: offers.branchRules ? rules.classic : [],
      teams: options.teams ?? {},
      millisecondsPerMinute: options.millisecondsPerMinute ?? 60_000,
    });
    state = { runs: allRuns, gates: allGates, rules };
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
      ...environmentHandlers(repo, places, offers),
      ...branchHandlers({ repository: repo, git, rules, offers }),
      ...teamHandlers(repo, options.teams ?? {}),
      ...secretHandlers(repo, places, offers, options.repositorySecrets ?? {}),
      ...approvalHandlers(repo, allRuns, allGates),
      ...runHandlers({ repository: repo, git, runs: allRuns, requested }),
      ...workflowHandlers(repo, git, (dispatch) => dispatched(dispatch)),
      ...override,
    };
    const responder = {
      handlers,
      graphql: graphqlHandler(repo, history, options.refusedToRuns ?? []),
      identities: known,
      limit,
      issues: options.issues ?? true,
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
    changeEnvironment: places.change,
    environmentSecrets: () => Object.fromEntries(places.all().map(({ name, rules }) => [name, rules.secrets ?? {}])),
    deleteRevision: (id, index, login) => history.remove(commentKey(id), index, { at: now(), login }),
    bypass(runId, login, { comment = "", onRecord = true } = {}) {
      if (known.permissionOf(login) !== "admin") throw new Error(`${login} is no admin`);
      ready.gates.bypass(runId, login, comment, onRecord);
    },
    isProtected: (branch) => offers.branchRules && ready.rules.isProtected(branch),
    backdate: ready.runs.backdate,
    tokenFor: ready.runs.tokenFor,
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
