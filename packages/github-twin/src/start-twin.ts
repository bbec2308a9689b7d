import { branchHandlers } from "./handlers/branch-handlers.ts";
import { type BranchRules, branchRules } from "./repository/branch-rules.ts";
import { type Offers, offersOf } from "./people/plan.ts";
import { teamHandlers } from "./handlers/team-handlers.ts";
import { rulesetHandlers } from "./handlers/ruleset-handlers.ts";
import { secretHandlers } from "./handlers/secret-handlers.ts";
import { approvalHandlers } from "./handlers/approval-handlers.ts";
import type { Handler, Handlers } from "./http/call.ts";
import { commitHandlers } from "./handlers/commit-handlers.ts";
import { contentHandlers } from "./handlers/content-handlers.ts";
import { description } from "./contract/description.ts";
import { now } from "./clock.ts";
import { commentKey, type Edits, edits } from "./runs/edits.ts";
import { type EmulateBackend, emulateBackend } from "./emulate-backend.ts";
import { environmentHandlers } from "./handlers/environment-handlers.ts";
import { type Environments, environments } from "./runs/environments.ts";
import { faults } from "./http/faults.ts";
import { forwardHandlers } from "./handlers/forward-handlers.ts";
import { gates } from "./runs/gates.ts";
import { type GitRepository, gitRepository } from "./repository/git-repository.ts";
import { graphqlHandler } from "./graphql/graphql-handler.ts";
import { botLogin, type Identities, identities } from "./people/identities.ts";
import { issueHandlers } from "./handlers/issue-handlers.ts";
import { personHandlers } from "./handlers/person-handlers.ts";
import { type RateLimit, rateLimit } from "./http/rate-limit.ts";
import { refHandlers } from "./handlers/ref-handlers.ts";
import { repository } from "./repository/repository.ts";
import { respond, type Responder } from "./http/respond.ts";
import { runHandlers } from "./handlers/run-handlers.ts";
import { runs, type Runs } from "./runs/runs.ts";
import type { Gates } from "./runs/gates.ts";
import type { RunRequest, Twin, TwinEvent, TwinOptions } from "./twin-interface.ts";
import { type TwinServer, twinServer } from "./twin-server.ts";
import { workflowHandlers, type Dispatched } from "./handlers/workflow-handlers.ts";

function assertPeople({ users, environments: places, teams = {} }: TwinOptions): void {
  const known = new Set(users.map((user) => user.login));
  for (const [name, { reviewers }] of Object.entries(places))
    for (const reviewer of reviewers) {
      if (typeof reviewer === "string" && !known.has(reviewer))
        throw new Error(`${reviewer} reviews ${name} but is not among the users`);
      if (typeof reviewer !== "string" && !(reviewer.team in teams))
        throw new Error(`the team ${reviewer.team} reviews ${name} but is not among the teams`);
    }
}

/** What the twin is told, and what it keeps of it while it lives. */
interface TwinState {
  readonly options: TwinOptions;
  readonly people: Identities;
  readonly limit: RateLimit;
  readonly git: GitRepository;
  readonly offers: Offers;
  readonly environments: Environments;
  readonly edits: Edits;
  readonly backend: EmulateBackend;
  readonly override: Readonly<Record<string, Handler>>;
  readonly listeners: Listeners;
}

/** Those who want to know what people do here. */
interface Listeners {
  dispatched: Dispatched;
  readonly events: ((event: TwinEvent) => void)[];
  readonly runRequests: ((request: RunRequest) => void)[];
}

/** What can be made only once the twin's address is known. */
interface AtAddress {
  readonly runs: Runs;
  readonly gates: Gates;
  readonly rules: BranchRules;
  readonly responder: Responder;
}

/** `override` replaces handlers: how a test makes the twin lie, to see the lie noticed. */
export async function startTwinWith(options: TwinOptions, override: Readonly<Record<string, Handler>>): Promise<Twin> {
  assertPeople(options);
  // Read before the first request, so that none of them waits for it.
  description();
  const offers = offersOf(options);
  const state: TwinState = {
    options,
    people: identities(options.users),
    limit: rateLimit(),
    git: gitRepository(options.gitDirectory),
    offers,
    environments: environments(options.environments, offers),
    edits: edits(),
    backend: await emulateBackend(options.repository, options.users),
    override,
    listeners: { dispatched: () => undefined, events: [], runRequests: [] },
  };
  const broken = faults();
  let ready: AtAddress | undefined;
  const server = await twinServer(broken, async (url) => {
    const made = await atAddress(state, url);
    ready = made;
    return (request) => respond(made.responder, request);
  });
  if (ready === undefined) throw new Error("the twin did not start");
  return { ...controls(state, ready), ...served(server, state), fault: broken.add };
}

async function atAddress(state: TwinState, url: string): Promise<AtAddress> {
  const { options, people, git, offers, backend, listeners } = state;
  const logins = [...new Set([...options.users.map((user) => user.login), botLogin])];
  const defaultBranch = await git.defaultBranch();
  const rules = branchRules(options, defaultBranch);
  const repo = await repository({ twin: options, apiUrl: url, defaultBranch, backend, identities: people, logins });
  const allRuns = runs(people, `${url}/${options.repository}`);
  const allGates = gates({
    environments: state.environments,
    runs: allRuns,
    protectedBranches: offers.branchRules ? rules.classic : [],
    teams: options.teams ?? {},
    millisecondsPerMinute: options.millisecondsPerMinute ?? 60_000,
  });
  const requested = (request: RunRequest): void => {
    if (request.action === "cancel") allGates.abandon(request.runId);
    for (const listener of listeners.runRequests) listener(request);
  };
  const emit = (event: TwinEvent): void => {
    for (const listener of listeners.events) listener(event);
  };
  const handlers: Handlers = {
    ...forwardHandlers(repo),
    ...personHandlers(repo, people, state.limit),
    ...commitHandlers(repo, git),
    ...refHandlers(repo, git),
    ...contentHandlers(repo, git),
    ...issueHandlers(repo, state.edits, emit),
    ...environmentHandlers(repo, state.environments, offers),
    ...branchHandlers({ repository: repo, git, rules, offers }),
    ...rulesetHandlers({ repository: repo, rules, offers }),
    ...teamHandlers(repo, options.teams ?? {}),
    ...secretHandlers(repo, state.environments, offers, options.repositorySecrets ?? {}),
    ...approvalHandlers(repo, allRuns, allGates),
    ...runHandlers({ repository: repo, git, runs: allRuns, requested }),
    ...workflowHandlers(repo, git, (dispatch) => listeners.dispatched(dispatch)),
    ...state.override,
  };
  const responder: Responder = {
    handlers,
    graphql: graphqlHandler(repo, state.edits, options.refusedToRuns ?? []),
    identities: people,
    limit: state.limit,
    issues: options.issues ?? true,
    repository: options.repository,
  };
  return { runs: allRuns, gates: allGates, rules, responder };
}

type Served = Pick<Twin, "url" | "serverUrl" | "requests" | "violations" | "close">;

function served(server: TwinServer, { backend }: TwinState): Served {
  return {
    url: server.url,
    serverUrl: server.url,
    requests: server.requests,
    violations: () => server.requests.flatMap((request) => request.problems),
    async close() {
      await server.close();
      await backend.close();
    },
  };
}

/** What a test does to the twin past its API. */
function controls(state: TwinState, { runs: all, gates: gate, rules }: AtAddress): Omit<Twin, keyof Served | "fault"> {
  const { people, offers, environments: places, edits: history, listeners } = state;
  const removeVersion = (comment: number, index: number, login: string): void =>
    history.remove(commentKey(comment), index, { at: now(), login });
  return {
    startRun: all.start,
    setRun: all.setRun,
    setJob: all.setJob,
    backdate: all.backdate,
    tokenFor: all.tokenFor,
    gate: gate.gate,
    changeEnvironment: places.change,
    environmentSecrets: () =>
      Object.fromEntries(places.all().map(({ name, rules: { secrets } }) => [name, secrets ?? {}])),
    bypass(runId, login, { comment = "", onRecord = true } = {}) {
      if (people.permissionOf(login) !== "admin") throw new Error(`${login} is no admin`);
      gate.bypass(runId, login, comment, onRecord);
    },
    isProtected: (branch) => offers.branchRules && rules.isProtected(branch),
    deleteRevision: removeVersion,
    removeVersion,
    hideEdits() {
      history.hidden = true;
    },
    onDispatch(handler) {
      listeners.dispatched = handler;
    },
    onRunRequest(handler) {
      listeners.runRequests.push(handler);
    },
    onEvent(handler) {
      listeners.events.push(handler);
    },
  };
}
