import { branchHandlers } from "./handlers/branch-handlers.ts";
import { branchRules } from "./repository/branch-rules.ts";
import { offersOf } from "./people/plan.ts";
import { teamHandlers } from "./handlers/team-handlers.ts";
import { rulesetHandlers } from "./handlers/ruleset-handlers.ts";
import { secretHandlers } from "./handlers/secret-handlers.ts";
import { approvalHandlers } from "./handlers/approval-handlers.ts";
import type { Handler, Handlers } from "./http/call.ts";
import { commitHandlers } from "./handlers/commit-handlers.ts";
import { contentHandlers } from "./handlers/content-handlers.ts";
import { description } from "./contract/description.ts";
import { type AtAddress, controls, served, type TwinState } from "./controls.ts";
import { edits } from "./runs/edits.ts";
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
import { respond, type Responder } from "./http/respond.ts";
import { runHandlers } from "./handlers/run-handlers.ts";
import { runs } from "./runs/runs.ts";
import type { RunRequest, Twin, TwinEvent, TwinOptions } from "./twin-interface.ts";
import { twinServer } from "./twin-server.ts";
import { workflowHandlers } from "./handlers/workflow-handlers.ts";

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
