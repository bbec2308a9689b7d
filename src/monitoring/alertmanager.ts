import { UserError } from "../core/errors.ts";
import { t } from "../core/text/text.ts";
import { type Api, call } from "./api.ts";
import { matcherPattern, type Silence } from "./schema.ts";

interface Matcher {
  readonly name: string;
  readonly value: string;
  readonly isRegex: boolean;
  readonly isEqual: boolean;
}

interface Found {
  readonly id: string;
  readonly comment: string;
  readonly status: { readonly state: "active" | "pending" | "expired" };
}

/** The plan's matchers, and one more that leaves out what must always ring. */
export function matchersOf({ matchers, not }: Pick<Silence, "matchers" | "not">): Matcher[] {
  const own = matchers.map((text) => {
    const [, name = "", operator = "", quoted, bare = ""] = matcherPattern.exec(text) ?? [];
    return {
      name,
      value: quoted === undefined ? bare : quoted.replaceAll(/\\(.)/g, "$1"),
      isRegex: operator.endsWith("~"),
      isEqual: operator.startsWith("="),
    };
  });
  return not.length === 0
    ? own
    : [
        ...own,
        {
          name: "alertname",
          value: not.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
          isRegex: true,
          isEqual: false,
        },
      ];
}

/** Of a launch that was cut off after the silence began, before it was on record. */
const mark = (release: string) => `[golive ${release}]`;

/** Begins a silence, or finds the one of this release, and proves it. Returns its id. */
export async function beginSilence(
  api: Api,
  silence: Silence,
  { release, because, until }: { readonly release: string; readonly because: string; readonly until: Date },
): Promise<string> {
  const [found] = await activeSilences(api, release);
  const id =
    found?.id ??
    (await post(api, {
      matchers: matchersOf(silence),
      startsAt: new Date().toISOString(),
      endsAt: until.toISOString(),
      createdBy: "golive",
      comment: `${because} ${mark(release)}`,
    }));
  const state = await silenceState(api, id);
  if (state === "expired")
    throw new UserError({
      code: "silence-expired",
      what: t`Alertmanager: silence ${id} is expired already`,
      where: api.url,
    });
  return id;
}

async function post(api: Api, body: object): Promise<string> {
  const answer = (await call(api, "POST", "/api/v2/silences", body)) as { silenceID?: unknown } | null;
  if (typeof answer?.silenceID !== "string") throw notAlertmanager(api);
  return answer.silenceID;
}

export async function silenceState(api: Api, id: string): Promise<Found["status"]["state"] | null> {
  const found = (await call(api, "GET", `/api/v2/silence/${encodeURIComponent(id)}`)) as Partial<Found> | null;
  return found?.status?.state ?? null;
}

/** Those of a release that are not over: by their mark, whoever made them. */
export async function activeSilences(api: Api, release: string): Promise<readonly Found[]> {
  const all = await call(api, "GET", "/api/v2/silences");
  if (!Array.isArray(all)) throw notAlertmanager(api);
  return (all as Found[]).filter(
    ({ comment, status }) => comment.includes(mark(release)) && status.state !== "expired",
  );
}

/** Ends every silence of a release, and proves that it is over. Returns how many. */
export async function endSilences(api: Api, release: string, known: readonly string[]): Promise<number> {
  const ids = [...new Set([...known, ...(await activeSilences(api, release)).map(({ id }) => id)])];
  for (const id of ids) {
    if ((await silenceState(api, id)) !== "expired")
      await call(api, "DELETE", `/api/v2/silence/${encodeURIComponent(id)}`);
    const state = await silenceState(api, id);
    if (state !== "expired")
      throw new UserError({
        code: "silence-not-over",
        what: t`Alertmanager: silence ${id} is ${state ?? t`unknown`} after it was deleted`,
        where: api.url,
      });
  }
  return ids.length;
}

function notAlertmanager({ url }: Api): UserError {
  return new UserError({
    code: "alertmanager-other-api",
    what: t`Alertmanager: the answer is not of its API`,
    where: url,
  });
}
