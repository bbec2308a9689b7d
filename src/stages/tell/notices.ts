import { openOff, rollbackOn, rollbackStop } from "../../journal/steps/steps.ts";
import { t } from "../../core/text/text.ts";
import { type LaunchState, touched } from "../../journal/state.ts";
import { stateLine } from "../../checklist/standing-text.ts";
import type { Log } from "../../core/log.ts";
import { errorLine, type Problem } from "../../core/errors.ts";
import type { Release } from "../../core/release.ts";
import type { Event, Stuck } from "../../journal/event.ts";
import { isStuck } from "../../journal/standing.ts";
import type { Messages } from "../../locale/messages.ts";
import { keeper, type Message, send, type Way } from "../../notices/channel.ts";
import type { Channel, NoticeEvent } from "../../notices/schema.ts";
import type { Plan } from "../../plan/schema/schema.ts";
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

export function openNotices({ plan, release, messages, link, keys, log, state, record }: NoticesSettings): Notices {
  const { notices } = plan;
  if (notices === undefined || keys === undefined) return quiet;
  const abort = new AbortController();
  const down = new Set<string>();
  let queue: Promise<unknown> = Promise.resolve();
  let shown: NoticeEvent | null = null;

  const wayOf = (channel: Channel, key: string): Way => {
    const before = state().notices.get(key)?.status;
    const last = Math.max(
      0,
      ...[...state().notices].flatMap(([name, { id }]) =>
        id !== undefined && name.split(" ")[0] === channel.id ? [id] : [],
      ),
    );
    return {
      secret: keys[channel.key] ?? "",
      signal: abort.signal,
      last,
      doubtful: before === "sending" || before === "unknown",
    };
  };
  const tellDown = async (channel: Channel, why: string) => {
    if (down.has(channel.id)) return;
    down.add(channel.id);
    log.warn(`Notices: ${channel.id}: ${why}`);
    // On the checklist once, whichever process saw it first.
    const told = t`notices by ${channel.id} do not get through`;
    if (!state().notes.some(({ text }) => text.startsWith(told)))
      await record({ kind: "note", text: `${told}: ${why}` });
  };
  const deliver = async (
    channel: Channel,
    key: string,
    message: Message,
    how: (message: Message, way: Way) => ReturnType<typeof send>,
  ): Promise<boolean> => {
    if (keys[channel.key] === undefined) {
      await tellDown(channel, t`there is no key ${channel.key} in GOLIVE_NOTICES`);
      return false;
    }
    const way = wayOf(channel, key);
    await record({ kind: "notice", key, status: "sending" });
    const sent = await how(message, way);
    await record({
      kind: "notice",
      key,
      status: sent.status,
      ...(sent.status === "sent" && sent.id !== undefined ? { id: sent.id } : {}),
    });
    if (sent.status !== "sent") await tellDown(channel, sent.why);
    return sent.status === "sent";
  };
  const one = async (event: NoticeEvent, what: string, message: Message, status: boolean) => {
    for (const [index, { on, via }] of notices.tell.entries()) {
      if (!on.includes(event)) continue;
      const keyOf = (id: string) => `${id} ${what} ${index}`;
      if (via.some((id) => state().notices.get(keyOf(id))?.status === "sent")) continue;
      for (const id of via) {
        const channel = notices.channels.find((candidate) => candidate.id === id);
        if (
          channel !== undefined &&
          (await deliver(channel, keyOf(id), { ...message, key: `${release.id}.${what}.${index}` }, (text, way) =>
            send(channel, text, way),
          ))
        )
          break;
      }
    }
    if (!status) return;
    for (const channel of notices.channels) {
      const keep = keeper(channel);
      if (keep === null) continue;
      const id = state().notices.get(`${channel.id} keep`)?.id ?? 0;
      await deliver(channel, `${channel.id} keep`, message, (text, way) => keep(text, way, id));
    }
  };
  const messageOf = (event: NoticeEvent, lines: readonly string[]): Message => ({
    key: `${release.id}.${event}`,
    event,
    service: plan.service,
    tag: release.tag,
    headline: isTold(event) ? messages.notices[event] : stateLine(state(), messages),
    lines,
    link,
    at: new Date().toISOString(),
  });
  const enqueue = (work: () => Promise<void>) => {
    queue = queue.then(work).catch((error: unknown) => log.warn(`Notices: ${errorLine(error)}`));
  };
  // By what went on record: a process that was lost before it could tell leaves it to the next.
  const tellStuck = () => {
    const { stuck } = state();
    const last = stuck.at(-1);
    if (last === undefined || !isStuck(state())) return;
    const first = stuck.findIndex((one) => sameFailure(one, last));
    const key = `rollback-failed-${first + 1}`;
    const message = messageOf("rollback-failed", [`${last.step}: ${last.what}`, ...pageLine(last.page)]);
    enqueue(() => one("rollback-failed", key, message, true));
  };
  return {
    follow(event) {
      if (event?.kind === "stuck") return tellStuck();
      if (event === null) tellStuck();
      if (event !== null && beside.has(event.kind)) return;
      if (event?.kind === "watch" && event.change !== "changed") {
        const kind = ({ sev1: "sev1", opened: "incident", closed: "incident-over" } as const)[event.change];
        const count = state().incidents.filter(({ change }) => change === event.change).length;
        const message = messageOf(kind, event.what);
        enqueue(() => one(kind, `${kind}-${count}`, message, false));
        return;
      }
      const now = statusOf(state());
      if (now === shown) return;
      shown = now;
      const { ended } = state();
      const message = messageOf(now, ended === null ? [] : [ended.because]);
      enqueue(() => one(now, now, message, true));
    },
    async flush(seconds = 10) {
      const timer = setTimeout(() => abort.abort(), seconds * 1000);
      await queue;
      clearTimeout(timer);
    },
  };
}

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

function statusOf(state: LaunchState): NoticeEvent {
  if (state.ended !== null) return state.ended.outcome;
  if (rollbackOn.begun(state) || rollbackStop.begun(state)) return "rolling-back";
  if (state.maintenance?.state === "on" || (touched(state) && state.maintenance === null)) return "closed";
  if (openOff.begun(state)) return "closed";
  return state.waiting ? "waiting" : "planned";
}
