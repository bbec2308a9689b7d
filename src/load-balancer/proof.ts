import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../core/errors.ts";
import type { Plan } from "../plan/schema.ts";
import { type Answer, probe } from "./probe.ts";

export interface Sight {
  readonly address: string;
  readonly answer: Answer;
  readonly closed: boolean;
}

/** What visitors see at each balancer address: the maintenance page is a 503 with golive's own header, or the plan's text. */
export async function look(plan: Plan): Promise<Sight[]> {
  const { addresses, header, "page-text": text } = plan["load-balancer"];
  const all = addresses.length > 0 ? addresses : [undefined];
  return Promise.all(
    all.map(async (address) => {
      const answer = await probe(plan.site.url, { address });
      return { address: address ?? new URL(plan.site.url).host, answer, closed: answer.status === 503 && (text === undefined ? answer.headers[header.toLowerCase()] !== undefined : answer.body.includes(text)) };
    }),
  );
}

export type Wanted = "closed" | "open";

/** In a row, at every address; one that is not resets the count. */
const inARow: Record<Wanted, number> = { closed: 3, open: 5 };

/**
 * Proof from outside. `closed`: three looks in a row show the maintenance page everywhere. `open`: five show an
 * answer below 500 that is not the page. Throws a UserError naming the address that did not, after `seconds`.
 */
export async function prove(plan: Plan, wanted: Wanted, seconds = 30): Promise<string> {
  const until = Date.now() + seconds * 1000;
  let row = 0;
  for (;;) {
    const sights = await look(plan);
    const wrong = sights.filter((sight) => (wanted === "closed" ? !sight.closed : sight.closed || sight.answer.status === 0 || sight.answer.status >= 500));
    row = wrong.length === 0 ? row + 1 : 0;
    if (row === inARow[wanted]) return `${row} looks in a row at ${sights.map(({ address }) => address).join(", ")}: ${[...new Set(sights.map(({ answer }) => answer.status))].join(", ")}`;
    if (wrong.length > 0 && Date.now() > until) throw new UserError(wrong.map((sight) => ({ what: sawInstead(sight, wanted), where: sight.address, mend: mendFor(sight, wanted, plan) })));
    await sleep(wrong.length === 0 ? 100 : 500);
  }
}

export function sawInstead({ answer, closed }: Sight, wanted: Wanted): string {
  const saw = answer.status === 0 ? `no answer (${answer.error})` : closed ? "the maintenance page" : `status ${answer.status}${answer.status === 503 ? " that is not the page's" : ""}`;
  return `visitors get ${saw}, not ${wanted === "closed" ? "the maintenance page" : "the site"}`;
}

function mendFor({ answer }: Sight, wanted: Wanted, plan: Plan): string {
  const { header, "page-text": text } = plan["load-balancer"];
  if (answer.status === 0) return "can the runner reach this address? See load-balancer.addresses and site.url in the plan";
  if (wanted === "closed") return `does the balancer show the page with status 503 and ${text === undefined ? `the header ${header}` : "the plan's page-text"}? See docs/maintenance.md`;
  return "look at the balancer's error log and at the service behind it";
}
