import { renderPage } from "../../checklist/render.ts";
import { noView, openView } from "../../checklist/view.ts";
import type { Release } from "../../core/release.ts";
import { issueUrl, repositoryUrl } from "../../github/runs.ts";
import { entryOf } from "../../journal/entry.ts";
import type { Entry, Event } from "../../journal/event.ts";
import { next, stateOf } from "../../journal/state.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { openNotices } from "../tell/notices.ts";
import type { Connections } from "./connect/connect.ts";
import { shutOut } from "./connect/shut-out.ts";
import type { Launch, RunContext } from "./context.ts";
import { isOurs } from "./guards.ts";
import { pageOf } from "./page.ts";

const beatEverySeconds = 20;

/** What a launch is opened on: its plan, its record as it was read, and the connections to its hosts. */
export interface OpenOn {
  readonly context: RunContext;
  readonly plan: Plan;
  readonly release: Release;
  readonly connections: Connections;
  readonly entries: readonly Entry[];
}

/** The launch as every stage works with it: what it puts on record, people see on the checklist and are told. */
export function launchOf({ context, plan, release, connections, entries }: OpenOn): Launch {
  const { hosts, journal, lock } = connections;
  const { github, log } = context;
  let state = stateOf(entries, release.id);
  const repository = state.plan?.repository ?? repositoryUrl(github);
  const page = pageOf(plan, release, repository);
  const { messages, phases } = page;
  const render = () => renderPage({ ...page, state });
  const view = github.away ? noView : openView({ github, issue: release.issue, render, log });
  const heart = beat(connections);

  const record = async (event: Event): Promise<void> => {
    const entry = entryOf(event, { release: release.id, run: context.run });
    await journal.append([entry]);
    state = next(state, entry);
    if (event.kind === "notice") return;
    view.changed();
    notices.follow(event);
  };
  const notices = openNotices({
    plan,
    release,
    messages,
    link: issueUrl(repository, release.issue),
    keys: context.noticeKeys,
    log,
    state: () => state,
    record,
  });
  notices.follow(null);

  return {
    ...context,
    ...{ plan, release, messages, phases, hosts, journal, lock, view, record },
    state: () => state,
    shutOutOwn: () => shutOutOwn({ context, plan, release, connections }),
    async refresh() {
      state = stateOf(await journal.read(), release.id);
      view.changed();
    },
    async close() {
      clearInterval(heart);
      await Promise.all([view.flush(), notices.flush()]);
      await connections.close();
    },
  };
}

/** A sign of life, for whoever finds the lock and wonders; nothing rests on it while GitHub knows the run. */
function beat(connections: Connections): NodeJS.Timeout {
  const once = () => void (connections.bound() && connections.lock.beat().catch(() => {}));
  return setInterval(once, beatEverySeconds * 1000).unref();
}

async function shutOutOwn({ context, plan, release, connections }: Omit<OpenOn, "entries">): Promise<boolean> {
  const { lock } = connections;
  const held = await lock.held();
  if (held === null || !isOurs(held.owner, context, release)) return false;
  const token = await lock.takeOver(held.owner, { ...held.owner, since: new Date().toISOString() });
  if (token === null) return false;
  await shutOut(plan, connections, token, context.log);
  return true;
}
