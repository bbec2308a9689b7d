import type { Log } from "../../core/log.ts";
import type { Release } from "../../core/release.ts";
import { t } from "../../core/text/text.ts";
import type { Event } from "../../journal/event.ts";
import type { LaunchState } from "../../journal/state.ts";
import { keeper, type Message, send, type Way } from "../../notices/channel.ts";
import type { Channel, NoticeEvent, NoticesPlan } from "../../notices/schema.ts";

/** What is delivered with, and where it goes on record. */
export interface DeliverySettings {
  readonly notices: NoticesPlan;
  readonly release: Pick<Release, "id">;
  readonly keys: Readonly<Record<string, string>>;
  readonly log: Pick<Log, "warn">;
  readonly signal: AbortSignal;
  state(): LaunchState;
  record(event: Event): Promise<void>;
}

/** `what`: the key under which it goes out once. `kept`: channels with a message that is kept up to date show it there too. */
export interface Notice {
  readonly event: NoticeEvent;
  readonly what: string;
  readonly message: Message;
  readonly kept: boolean;
}

export interface Delivery {
  tell(notice: Notice): Promise<void>;
}

type Send = (message: Message, way: Way) => ReturnType<typeof send>;

/** Delivers each notice once, by the first channel of each rule that takes it. */
export function openDelivery(settings: DeliverySettings): Delivery {
  const { notices, release, keys, state, record } = settings;
  const tellDown = downTeller(settings);
  const deliver = async (channel: Channel, key: string, message: Message, how: Send): Promise<boolean> => {
    if (keys[channel.key] === undefined) {
      await tellDown(channel, t`there is no key ${channel.key} in GOLIVE_NOTICES`);
      return false;
    }
    const way = wayOf(settings, channel, key);
    await record({ kind: "notice", key, status: "sending" });
    const sent = await how(message, way);
    const id = sent.status === "sent" && sent.id !== undefined ? { id: sent.id } : {};
    await record({ kind: "notice", key, status: sent.status, ...id });
    if (sent.status !== "sent") await tellDown(channel, sent.why);
    else if (sent.moved !== undefined) await tellMoved(settings, channel, sent.moved);
    return sent.status === "sent";
  };
  const byFirst = async (via: readonly string[], keyOf: (id: string) => string, message: Message) => {
    if (via.some((id) => state().notices.get(keyOf(id))?.status === "sent")) return;
    for (const id of via) {
      const channel = notices.channels.find((candidate) => candidate.id === id);
      if (channel === undefined) continue;
      if (await deliver(channel, keyOf(id), message, (text, way) => send(channel, text, way))) return;
    }
  };
  const keepUp = async (channel: Channel, message: Message) => {
    const keep = keeper(channel);
    if (keep === null) return;
    const key = `${channel.id} keep`;
    const id = state().notices.get(key)?.id ?? 0;
    await deliver(channel, key, message, (text, way) => keep(text, way, id));
  };
  return {
    async tell({ event, what, message, kept }) {
      for (const [index, { on, via }] of notices.tell.entries()) {
        if (!on.includes(event)) continue;
        const own = { ...message, key: `${release.id}.${what}.${index}` };
        await byFirst(via, (id) => `${id} ${what} ${index}`, own);
      }
      if (kept) for (const channel of notices.channels) await keepUp(channel, message);
    },
  };
}

function wayOf({ keys, signal, state }: DeliverySettings, channel: Channel, key: string): Way {
  const { notices } = state();
  const before = notices.get(key)?.status;
  const ids = [...notices].flatMap(([name, { id }]) =>
    id !== undefined && name.split(" ")[0] === channel.id ? [id] : [],
  );
  return {
    secret: keys[channel.key] ?? "",
    signal,
    last: Math.max(0, ...ids),
    doubtful: before === "sending" || before === "unknown",
  };
}

/** That a channel does not get through is told once by this process, and on the checklist once, whichever saw it first. */
function downTeller({ log, state, record }: DeliverySettings): (channel: Channel, why: string) => Promise<void> {
  const down = new Set<string>();
  return async (channel, why) => {
    if (down.has(channel.id)) return;
    down.add(channel.id);
    log.warn(`Notices: ${channel.id}: ${why}`);
    const key = `channel-down ${channel.id}`;
    if (state().notes.some((note) => note.key === key)) return;
    await record({ kind: "note", key, text: `${t`notices by ${channel.id} do not get through`}: ${why}` });
  };
}

/** It got through, and the plan has to be mended all the same: told on the checklist, once. */
async function tellMoved({ log, state, record }: DeliverySettings, { id }: Channel, moved: string): Promise<void> {
  const key = `channel-moved ${id}`;
  if (state().notes.some((note) => note.key === key)) return;
  log.warn(`Notices: ${id}: ${moved}`);
  await record({ kind: "note", key, text: t`notices by ${id}: ${moved}` });
}
