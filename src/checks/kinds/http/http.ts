import { setTimeout as sleep } from "node:timers/promises";
import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import { bypassHeader, isPage, probe, trustFor } from "../../../hosts/requests/probe.ts";
import { askingHost, curlOn, loginOf } from "../../asking/login.ts";
import { askingOf } from "../../asking/request.ts";
import type { CheckContext } from "../../context.ts";
import { defineCheck } from "../../define-check.ts";
import { worstOf } from "../../worst-of.ts";
import { curl } from "./curl.ts";
import { type HttpFacts, judgeHttp } from "./judge.ts";
import { httpProblems } from "./problems.ts";
import { type HttpCheck, httpSchema } from "./schema.ts";

export const http = defineCheck(httpSchema, {
  cost: "look",
  phases: ["verify", "prepare", "trial"],
  title: (check) => `${check.id}: ${t`${check.url} answers ${check.status}`}`,
  hosts: (check) => [askingHost(check)],
  programs: (check) => curlOn(check.from),
  problems: httpProblems,
  goesPast: (check) => check.bypass,
  run: checkHttp,
});

/** Asks a page and judges status, text and time. Tries again as often as the plan says, a second apart. */
export async function checkHttp(check: HttpCheck, context: CheckContext): Promise<Judgement> {
  if (check.bypass) return checkPastPage(check, context);
  const { expected, hosts, plan } = context;
  const { from } = check;
  const asking = askingOf(plan, check);
  return untilPass(check, async () => {
    const facts: HttpFacts =
      from === undefined
        ? await probe(asking.url, { ...asking, timeoutSeconds: check.within, ...trustFor(asking.url, plan) })
        : await curl(hosts.get(from), { ...asking, login: loginOf(plan, check) }, check.within);
    return facts.unasked === true
      ? { verdict: "error", evidence: facts.error ?? t`not asked` }
      : judgeHttp(check, facts, expected);
  });
}

async function untilPass({ tries }: HttpCheck, ask: () => Promise<Judgement>): Promise<Judgement> {
  for (let attempt = 1; ; attempt++) {
    const judgement = await ask();
    if (judgement.verdict === "pass" || attempt >= tries) return judgement;
    await sleep(1000);
  }
}

/** The way visitors take, at every balancer on its own; with the launch's token while the page is up. The worst counts. */
async function checkPastPage(check: HttpCheck, { plan, expected, bypass }: CheckContext): Promise<Judgement> {
  const { addresses } = plan.loadBalancer;
  const { headers: own } = askingOf(plan, check);
  const headers = bypass === undefined ? own : { ...own, [bypassHeader]: bypass };
  const found = await Promise.all(
    (addresses.length > 0 ? addresses : [undefined]).map(async (address) => {
      const { verdict, evidence } = await untilPass(check, async () => {
        const trust = trustFor(check.url, plan);
        const answer = await probe(check.url, { address, timeoutSeconds: check.within, headers, ...trust });
        return isPage(answer, plan.loadBalancer) ? pageInstead(bypass) : judgeHttp(check, answer, expected);
      });
      return { verdict, evidence: `${address ?? new URL(check.url).host}: ${evidence}` };
    }),
  );
  return worstOf(found);
}

function pageInstead(bypass: string | undefined): Judgement {
  return bypass === undefined
    ? { verdict: "error", evidence: t`the maintenance page is up, and there is no token that leads past it` }
    : { verdict: "fail", evidence: t`the maintenance page answers, although the launch's token was sent` };
}
