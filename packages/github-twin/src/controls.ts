import { now } from "./clock.ts";
import type { EmulateBackend } from "./emulate-backend.ts";
import type { Dispatched } from "./handlers/workflow-handlers.ts";
import type { Handler } from "./http/call.ts";
import type { RateLimit } from "./http/rate-limit.ts";
import type { Responder } from "./http/respond.ts";
import type { Identities } from "./people/identities.ts";
import type { Offers } from "./people/plan.ts";
import type { BranchRules } from "./repository/branch-rules.ts";
import type { GitRepository } from "./repository/git-repository.ts";
import { commentKey, type Edits } from "./runs/edits.ts";
import type { Environments } from "./runs/environments.ts";
import type { Gates } from "./runs/gates.ts";
import type { Runs } from "./runs/runs.ts";
import type { RunRequest, Twin, TwinEvent, TwinOptions } from "./twin-interface.ts";
import type { TwinServer } from "./twin-server.ts";

/** What the twin is told, and what it keeps of it while it lives. */
export interface TwinState {
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
export interface Listeners {
  dispatched: Dispatched;
  readonly events: ((event: TwinEvent) => void)[];
  readonly runRequests: ((request: RunRequest) => void)[];
}

/** What can be made only once the twin's address is known. */
export interface AtAddress {
  readonly runs: Runs;
  readonly gates: Gates;
  readonly rules: BranchRules;
  readonly responder: Responder;
}

type Served = Pick<Twin, "url" | "serverUrl" | "requests" | "violations" | "close">;

export function served(server: TwinServer, { backend }: TwinState): Served {
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
export function controls(
  state: TwinState,
  { runs: all, gates: gate, rules }: AtAddress,
): Omit<Twin, keyof Served | "fault"> {
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
