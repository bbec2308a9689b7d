import { z } from "zod";
import { t } from "../../core/text/text.ts";
import type { Judgement } from "../../core/verdict.ts";
import { isOfSite } from "../../hosts/requests/as-site.ts";
import { httpRequest } from "../../hosts/requests/http-request.ts";
import { hostName, httpUrl } from "../../plan/schema/fields.ts";
import { requestFields } from "../../plan/schema/asking/request-fields.ts";
import type { CheckContext, CheckedPlan } from "../context.ts";
import type { CheckPhase, CheckProblem, NamedHost } from "../define-check.ts";
import { curlOn } from "./login.ts";
import { type Asked, askingOf, headerProblems, noKeyHere } from "./request.ts";

/** Requests of golive's own, which have to be seen where the service is watched. */
export const canaryKeys = {
  url: httpUrl("Page of the service itself, behind the balancer: the site is closed while it is verified."),
  from: hostName.optional().describe("Host that sends the canary. Default: the host that asks."),
  ...requestFields,
  requests: z.int().min(1).max(500).default(3),
};

interface Canary extends Asked {
  readonly from?: string | undefined;
}

interface WithCanary {
  readonly from?: string | undefined;
  readonly canary?: Canary | undefined;
}

/** The hosts that ask and send, where the plan names some. */
export function askingAndSending({ from, canary }: WithCanary): NamedHost[] {
  return [
    { path: ["from"], host: from },
    { path: ["canary", "from"], host: canary?.from },
  ];
}

export function curlToAskAndSend({ from, canary }: WithCanary): ReturnType<typeof curlOn> {
  return curlOn(from, canary?.from);
}

export function canaryProblems({ from, canary }: WithCanary, plan: CheckedPlan, phase: CheckPhase): CheckProblem[] {
  if (canary === undefined) return [];
  const headers = headerProblems(canary, noKeyHere()).map((one) => ({ ...one, path: ["canary", ...one.path] }));
  return [...headers, ...nobodyAsksAsSite(canary.from ?? from, canary), ...pageInstead(canary, plan, phase)];
}

/** The runner's own client sends the name that the address has. */
function nobodyAsksAsSite(from: string | undefined, { asSite }: Canary): CheckProblem[] {
  if (from !== undefined || asSite !== true) return [];
  return [
    {
      code: "canary-as-site-from-runner",
      path: ["canary", "as-site"],
      what: t`no host is named that sends the canary, and the runner cannot send it as the site`,
      mend: t`add from: with a host, or take \`as-site:\` out`,
    },
  ];
}

function pageInstead(canary: Canary, plan: CheckedPlan, phase: CheckPhase): CheckProblem[] {
  if (phase !== "verify" || !isOfSite(canary.url, plan)) return [];
  return [
    {
      code: "canary-gets-maintenance-page",
      path: ["canary", "url"],
      what: t`the canary would get the maintenance page: the site is closed while it is verified`,
      mend: t`name the address of the service behind the balancer`,
    },
  ];
}

export interface Sending extends Pick<CheckContext, "hosts" | "plan"> {
  readonly canary: Canary;
  /** Who sends where the canary itself names nobody. */
  readonly from: string | undefined;
  readonly within: number;
}

/** One request to the service; what is wrong with its answer, or null. */
export async function sendCanary(
  { hosts, plan, canary, from: asking, within }: Sending,
  headers: Readonly<Record<string, string>> = {},
): Promise<Judgement | null> {
  const from = canary.from ?? asking;
  const asked = askingOf(plan, canary);
  const question = { ...asked, within, headers: { ...asked.headers, ...headers } };
  const answer = await httpRequest(from === undefined ? null : hosts.get(from), question);
  if (answer.unasked === true) return { verdict: "error", evidence: answer.error ?? t`not asked` };
  if (answer.status !== 0 && answer.status < 500) return null;
  const got = answer.status === 0 ? t`no answer: ${answer.error}` : t`status ${answer.status}`;
  return { verdict: "fail", evidence: t`the canary got ${got}` };
}
