import { t } from "../../core/text/text.ts";
import type { LaunchState } from "../../journal/state.ts";
import { stateLine } from "../../checklist/standing-text.ts";
import type { Log } from "../../core/log.ts";
import { errorLine, type Problem } from "../../core/errors.ts";
import type { Release } from "../../core/release.ts";
import type { Event, Stuck } from "../../journal/event.ts";
import { isStuck, type Phase, standing } from "../../journal/standing.ts";
import type { Messages } from "../../locale/messages.ts";
import type { Message } from "../../notices/channel.ts";
import type { NoticeEvent } from "../../notices/schema.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { openDelivery } from "./deliver-notices.ts";
import { sameFailure } from "./stuck.ts";

/** Tells people beside the launch: it never waits for them, and nothing that goes wrong here stops it. */
export interface Notices {
  /** Something went on record. */
  follow(event: Event | null): void;
  /** Waits for what is under way, at most so many seconds; what is left the next job sends. */
  flush(seconds?: number): Promise<void>;
}

export interface NoticesSettings {
  readonly plan: Plan;
  readonly release: Release;
  readonly messages: Messages;
  readonly link: string;
  /** KEY to value, of the secret GOLIVE_NOTICES; without it nobody is told by this process. */
  readonly keys: Readonly<Record<string, string>> | undefined;
  readonly log: Log;
  state(): LaunchState;
  record(event: Event): Promise<void>;
}

const quiet: Notices = { follow() {}, async flush() {} };

export function openNotices(settings: NoticesSettings): Notices {
  const { plan, keys, log, state } = settings;
  const { notices } = plan;
  if (notices === undefined || keys === undefined) return quiet;
  const abort = new AbortController();
  const delivery = openDelivery({ ...settings, notices, keys, signal: abort.signal });
  let queue: Promise<unknown> = Promise.resolve();
  let shown: NoticeEvent | null = null;
  const enqueue = (work: () => Promise<void>) => {
    queue = queue.then(work).catch((error: unknown) => log.warn(`Notices: ${errorLine(error)}`));
  };
  // By what went on record: a process that was lost before it could tell leaves it to the next.
  const tellStuck = () => {
    const { stuck } = state();
    const last = stuck.at(-1);
    if (last === undefined || !isStuck(state())) return;
    const first = stuck.findIndex((one) => sameFailure(one, last));
    const lines = [`${last.step}: ${last.what}`, ...pageLine(last.page)];
    const message = messageOf(settings, "rollback-failed", lines);
    enqueue(() =>
      delivery.tell({ event: "rollback-failed", what: `rollback-failed-${first + 1}`, message, kept: true }),
    );
  };
  const tellIncident = ({ change, what }: Extract<Event, { kind: "watch" }>) => {
    if (change === "changed") return;
    const kind = incidentKinds[change];
    const count = state().incidents.filter((one) => one.change === change).length;
    const message = messageOf(settings, kind, what);
    enqueue(() => delivery.tell({ event: kind, what: `${kind}-${count}`, message, kept: false }));
  };
  const tellStanding = () => {
    const now = heardOf[standing(state()).phase];
    if (now === null || now === shown) return;
    shown = now;
    const { ended } = state();
    const message = messageOf(settings, now, ended === null ? [] : [ended.because]);
    enqueue(() => delivery.tell({ event: now, what: now, message, kept: true }));
  };
  return {
    follow(event) {
      if (event === null || event.kind === "stuck") tellStuck();
      if (event?.kind === "stuck" || (event !== null && beside.has(event.kind))) return;
      if (event?.kind === "watch" && event.change !== "changed") return tellIncident(event);
      tellStanding();
    },
    async flush(seconds = 10) {
      const timer = setTimeout(() => abort.abort(), seconds * 1000);
      await queue;
      clearTimeout(timer);
    },
  };
}

const incidentKinds = { sev1: "sev1", opened: "incident", closed: "incident-over" } as const;

function messageOf(
  { plan, release, messages, link, state }: NoticesSettings,
  event: NoticeEvent,
  lines: readonly string[],
): Message {
  return {
    key: `${release.id}.${event}`,
    launch: release.id,
    event,
    service: plan.service,
    tag: release.tag,
    headline: isTold(event) ? messages.notices[event] : stateLine(state(), messages),
    lines,
    link,
    at: new Date().toISOString(),
  };
}

/** What people hear of where a launch stands; null: it is told by what happened there. */
const heardOf: Readonly<Record<Phase, NoticeEvent | null>> = {
  planned: "planned",
  waiting: "waiting",
  prepared: "prepared",
  untouched: "failed",
  closed: "closed",
  opening: "closed",
  live: "live",
  "going-back": "rolling-back",
  stuck: null,
  "rolled-back": "rolled-back",
  "by-hand": "failed",
  "half-way": "failed",
};

/** What changes nothing about how the launch stands. */
const beside: ReadonlySet<Event["kind"]> = new Set(["notice", "note", "counted", "comment"] as const);

/** Told in words of their own, beside how the launch stands. */
function isTold(event: NoticeEvent): event is keyof Messages["notices"] {
  return ["sev1", "incident", "incident-over", "rollback-failed"].includes(event);
}

function pageLine(page: Stuck["page"]): string[] {
  if (page === null) return [];
  return [
    { on: t`the maintenance page is up`, off: t`the site is open`, mixed: t`the page is up on some balancers only` }[
      page
    ],
  ];
}

/** Keys that channels need and that are not there. */
export function missingKeys({ notices }: Plan, keys: Readonly<Record<string, string>> | undefined): Problem[] {
  if (notices === undefined || keys === undefined) return [];
  return notices.channels.flatMap(({ id, key }) =>
    keys[key] === undefined || keys[key] === ""
      ? [
          {
            code: "notice-key-missing",
            what: t`channel "${id}" needs the key ${key}, and it is not there`,
            where: t`secret GOLIVE_NOTICES`,
            mend: t`add a line ${key}=… to the secret, and pass it to every action as notice-keys`,
          },
        ]
      : [],
  );
}

/** KEY=value lines. */
export function readKeys(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(/\r?\n/).flatMap((line) => {
      const [, name = "", value = ""] = /^\s*([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
      return name === "" ? [] : [[name, value.replace(/^(["'])(.*)\1$/, "$2")]];
    }),
  );
}
