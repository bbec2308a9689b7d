import { setTimeout as sleep } from "node:timers/promises";
import { DateTime } from "luxon";
import { t } from "../core/text/text.ts";
import { beginSilence, endSilences, silenceState } from "./alertmanager.ts";
import type { Api } from "./api.ts";
import type { WatcherKind } from "./kind.ts";
import type { Silence } from "./schema.ts";

const graceMinutes = 15;
/** Silent alerts on an open site are worse than loud ones on a closed one: ending is tried more than once. */
const tries = 3;
const pauseMs = 1000;

/** Alertmanager keeps quiet about the service while its site is closed. */
export const silence: WatcherKind<Silence> = {
  called: "Alertmanager",

  async begin(api, keys, { phase, release, tag, run, windowEnd, timezone }) {
    const end = DateTime.max(DateTime.fromISO(windowEnd), DateTime.now()).plus({ minutes: graceMinutes });
    const because = t`${phase === "isolate" ? "launch" : "rollback"} of ${tag}, run ${run}`;
    const id = await beginSilence(api, keys, { release, because, until: end.toJSDate() });
    const until = end.setZone(timezone).toFormat("HH:mm");
    const loud = keys.not.length === 0 ? "" : t`; not ${keys.not.join(", ")}`;
    return { note: t`until ${until} at the latest${loud}`, facts: { silence: id } };
  },

  async holds(api, { silence: id }) {
    if (typeof id !== "string") return false;
    return (await silenceState(api, id).catch(() => null)) === "active";
  },

  async end(api, { release, begun }) {
    const known = begun.map((facts) => facts.silence).filter((id) => typeof id === "string");
    const ended = await endInTries(api, release, known);
    return ended === 0
      ? { skipped: true, note: t`nothing was silenced by this launch` }
      : { note: t`${ended} silence${ended > 1 ? "s" : ""} expired` };
  },

  notBegun: () => t`alerts are NOT silenced`,
  notEnded: () => t`alerts may still be SILENCED`,
  notEndedByHand: (why) => t`alerts may still be silenced: ${why}`,
};

async function endInTries(api: Api, release: string, known: readonly string[]): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await endSilences(api, release, known);
    } catch (error) {
      if (attempt === tries) throw error;
      await sleep(pauseMs);
    }
  }
}
