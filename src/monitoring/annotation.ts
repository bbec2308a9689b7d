import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { type Api, call } from "./api.ts";
import type { WatcherKind } from "./kind.ts";
import type { Annotation } from "./schema.ts";

interface Found {
  readonly id: number;
  readonly time: number;
  readonly timeEnd?: number;
}

/** Grafana shows the time in which the site was closed as a region on its graphs. */
export const annotation: WatcherKind<Annotation> = {
  called: "Grafana",

  async begin(api, keys, { service, release, tag }) {
    const id = await openAnnotation(api, keys, release, t`${service} ${tag}: the site is closed`);
    return { note: t`annotation ${id}`, facts: { annotation: id } };
  },

  async end(api, { service, release, how }) {
    const ids = await closeAnnotations(api, release, t`${service}: the site was closed; ${how}`);
    return ids.length === 0
      ? { skipped: true, note: t`no annotation of this launch is open` }
      : { note: t`annotation ${ids.join(", ")}` };
  },

  notBegun: () => t`Grafana's graphs do not show the window`,
  notEnded: () => t`the region on Grafana's graphs has no end`,
  notEndedByHand: (why) => t`the region on Grafana's graphs has no end: ${why}`,
};

/** Opens a region on Grafana's graphs, or finds the one of this release, which has its id as a tag. Returns its id. */
async function openAnnotation(
  api: Api,
  { tags, dashboard }: Annotation,
  release: string,
  text: string,
): Promise<number> {
  const [found] = await openAnnotations(api, release);
  if (found !== undefined) return found.id;
  const answer = (await call(api, "POST", "/api/annotations", {
    time: Date.now(),
    tags: [...tags, release],
    text,
    ...(dashboard === undefined ? {} : { dashboardUID: dashboard }),
  })) as { id?: unknown } | null;
  if (typeof answer?.id !== "number") throw notGrafana(api);
  return answer.id;
}

/** Those of a release without an end, whoever made them. */
async function openAnnotations(api: Api, release: string): Promise<readonly Found[]> {
  const all = await call(
    api,
    "GET",
    `/api/annotations?${new URLSearchParams({ tags: release, type: "annotation", limit: "100" })}`,
  );
  if (!Array.isArray(all)) throw notGrafana(api);
  return (all as Found[]).filter(({ time, timeEnd }) => (timeEnd ?? 0) <= time);
}

/** Ends every open region of a release now, and proves that it has an end. Returns their ids. */
async function closeAnnotations(api: Api, release: string, text: string): Promise<readonly number[]> {
  const ids = (await openAnnotations(api, release)).map(({ id }) => id);
  for (const id of ids) {
    const timeEnd = Date.now();
    await call(api, "PATCH", `/api/annotations/${id}`, { timeEnd, text });
    const read = (await call(api, "GET", `/api/annotations/${id}`)) as { timeEnd?: unknown } | null;
    if (read?.timeEnd !== timeEnd)
      throw new UserError({
        code: "annotation-not-closed",
        what: t`Grafana: annotation ${id} has no end after it was closed`,
        where: api.url,
      });
  }
  return ids;
}

function notGrafana(api: Api): UserError {
  return new UserError({ code: "grafana-other-api", what: t`Grafana: the answer is not of its API`, where: api.url });
}
