import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../core/errors.ts";
import { type Before, isAsBefore } from "../core/watch/as-before.ts";
import { pollUntil } from "../core/poll-until.ts";
import { t } from "../core/text/text.ts";
import type { Plan } from "../plan/schema/schema.ts";
import { carrying, newToken } from "./bypass.ts";
import { type Answer, isPage, probe } from "../hosts/requests/probe.ts";

export interface Sight {
  readonly address: string;
  /** The balancer's address as the plan has it; undefined is where the site's name leads. */
  readonly of: string | undefined;
  readonly answer: Answer;
  readonly closed: boolean;
  /** There is no page: then whoever gets an error, or no answer, finds it closed. */
  readonly pageless?: true;
}

/** Every balancer's address; undefined is where the site's name leads. */
export function addressesOf({
  loadBalancer: { addresses },
}: Pick<Plan, "loadBalancer">): readonly (string | undefined)[] {
  return addresses.length > 0 ? addresses : [undefined];
}

/** What visitors see at each balancer address, or who sends these headers. */
export async function look(plan: Plan, headers: Readonly<Record<string, string>> = {}): Promise<Sight[]> {
  return Promise.all(
    addressesOf(plan).map(async (address) => {
      const answer = await probe(plan.site.url, { address, headers, ca: plan.site.ca });
      const seen = { of: address, address: address ?? new URL(plan.site.url).host, answer };
      if (plan.loadBalancer.kind === "none")
        return { ...seen, closed: answer.status === 0 || answer.status >= 500, pageless: true };
      return { ...seen, closed: isPage(answer, plan.loadBalancer) };
    }),
  );
}

/**
 * While the page is proved to be up: the token leads past it at every address, both ways it can be carried, and nothing
 * that is no token does. Throws a UserError naming the addresses where that is not so.
 */
export async function proveBypass(plan: Plan, token: string, tricks: readonly string[]): Promise<string> {
  const seen = async (value: string) =>
    (await Promise.all(carrying(value).map((headers) => look(plan, headers)))).flat();
  const mend = t`is the balancer configured for tokens as docs/maintenance.md shows?`;
  // A service that fails or hangs behind the page is past it as well: it may be why the launch goes back.
  const right = (await seen(token)).filter(({ closed }) => closed);
  if (right.length > 0)
    throw new UserError(
      once(right).map((sight) => ({
        code: "bypass-shows-page",
        what: t`with the launch's token one gets the maintenance page, not the site`,
        where: sight.address,
        mend,
      })),
    );
  const none = [newToken(), `${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`, ...tricks];
  const wrong = (await Promise.all(none.map(seen))).flat().filter(({ closed }) => !closed);
  if (wrong.length > 0)
    throw new UserError(
      once(wrong).map((sight) => ({
        code: "bypass-open",
        what: t`what is not a token of this launch leads past the page: one gets ${got(sight)}`,
        where: sight.address,
        mend,
      })),
    );
  return t`the token leads past it; ${none.length} that are none do not`;
}

function once(sights: readonly Sight[]): Sight[] {
  return [...new Map(sights.map((sight) => [sight.address, sight])).values()];
}

export type Wanted = "closed" | "open";

/** In a row, at every address; one that is not resets the count. */
const inARow: Record<Wanted, number> = { closed: 3, open: 5 };

/**
 * Proof from outside. `closed`: three looks in a row show the maintenance page everywhere. `open`: five show an
 * answer that is not the page, and as it was `before`; where nobody knows that, any below 500. Throws a UserError naming
 * the address that did not, after `seconds`.
 */
export async function prove(plan: Plan, wanted: Wanted, seconds = 30, before?: Before): Promise<string> {
  let wrong: readonly Sight[] = [];
  const lookInARow = async (): Promise<string | null> => {
    for (let row = 1; ; row++) {
      const sights = await look(plan);
      wrong = sights.filter((sight) => !(wanted === "closed" ? sight.closed : isOpen(plan, sight, before)));
      if (wrong.length > 0) return null;
      if (row === inARow[wanted]) return proved(row, sights);
      await sleep(100);
    }
  };
  const found = await pollUntil(lookInARow, { every: 0.5, limit: seconds });
  if (found !== null) return found;
  throw new UserError(
    wrong.map((sight) => ({
      code: "site-other-than-wanted",
      what: sawInstead(sight, wanted),
      where: sight.address,
      mend: otherThanBefore(plan, sight, before) ?? mendFor(sight, wanted, plan),
    })),
  );
}

/** As the plan says, or else as it was before the page went up; where nobody knows that, anything but a failure. */
function isOpen({ site }: Plan, { of, closed, answer }: Sight, before: Before | undefined): boolean {
  const { status } = answer;
  if (closed || status === 0 || status >= 500) return false;
  if (site.status !== undefined) return status === site.status;
  const was = before?.(site.url, of) ?? [];
  return was.length === 0 || isAsBefore(was, answer, site.url);
}

/** Where the site answers, but not as it did: that the release means it only the plan can say. */
function otherThanBefore({ site }: Plan, { of, closed, answer }: Sight, before: Before | undefined): string | null {
  const was = site.status ?? before?.(site.url, of)[0]?.status;
  if (was === undefined || closed || answer.status === 0 || answer.status >= 500) return null;
  return site.status === undefined
    ? t`it answered ${was} before the page went up; where the release means it, say so with site.status`
    : t`the plan wants ${was} (site.status)`;
}

function proved(row: number, sights: readonly Sight[]): string {
  const addresses = sights.map(({ address }) => address).join(", ");
  const statuses = [...new Set(sights.map(({ answer }) => answer.status))].join(", ");
  return t`${row} {0:look|looks|looks} in a row at ${addresses}: ${statuses}`;
}

function got({ answer, closed, pageless }: Sight): string {
  if (answer.status === 0) return t`no answer (${answer.error})`;
  if (closed && pageless !== true) return t`the maintenance page`;
  return t`status ${answer.status}${answer.status === 503 && pageless !== true ? t` that is not the page's` : ""}`;
}

export function sawInstead(sight: Sight, wanted: Wanted): string {
  if (wanted === "closed" && sight.pageless) return t`visitors get ${got(sight)}, though the services are stopped`;
  return t`visitors get ${got(sight)}, not ${wanted === "closed" ? t`the maintenance page` : t`the site`}`;
}

function mendFor({ answer }: Sight, wanted: Wanted, plan: Plan): string {
  if (plan.loadBalancer.kind === "none") return pagelessMend(wanted, answer);
  const { header, pageText: text } = plan.loadBalancer;
  if (answer.status === 0)
    return t`can the runner reach this address? See load-balancer.addresses and site.url in the plan`;
  const mark = text === undefined ? t`the header ${header}` : t`the plan's page-text`;
  if (wanted === "closed")
    return t`does the balancer show the page with status 503 and ${mark}? See docs/maintenance.md`;
  return t`look at the balancer's error log and at the service behind it`;
}

function pagelessMend(wanted: Wanted, { status }: Answer): string {
  if (wanted === "closed")
    return t`what else answers for site.url: another instance, a cache, a page of the web server's own? Name a page \
there that the service answers`;
  return status === 0
    ? t`can the runner reach this address? See load-balancer.addresses and site.url in the plan`
    : t`look at the service's log`;
}
