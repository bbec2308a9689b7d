import { setTimeout as sleep } from "node:timers/promises";
import { command } from "../core/command.ts";
import { type Judgement, worst } from "../core/verdict.ts";
import type { Host } from "../hosts/host.ts";
import { bypassHeader, isPage, probe } from "../load-balancer/probe.ts";
import type { CheckContext } from "./check.ts";
import type { HttpCheck } from "./schema.ts";

export interface HttpFacts {
  /** 0: no answer. */
  readonly status: number;
  readonly body: string;
  readonly seconds: number;
  readonly error?: string | undefined;
  /** Nothing was asked at all, so nothing is known. */
  readonly unasked?: boolean;
}

/** Asks a page and judges status, text and time. Tries again as often as the plan says, a second apart. */
export async function checkHttp(check: HttpCheck, context: CheckContext): Promise<Judgement> {
  if (check.bypass) return checkPastPage(check, context);
  const { expected, hosts } = context;
  const { from } = check;
  return untilPass(check, async () => {
    const facts: HttpFacts = from === undefined ? await probe(check.url, { timeoutSeconds: check.within }) : await curl(hosts.get(from), check.url, check.within);
    return facts.unasked === true ? { verdict: "error", evidence: facts.error ?? "not asked" } : judgeHttp(check, facts, expected);
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
  const { addresses } = plan["load-balancer"];
  const headers = bypass === undefined ? {} : { [bypassHeader]: bypass };
  const found = await Promise.all(
    (addresses.length > 0 ? addresses : [undefined]).map(async (address) => {
      const judgement = await untilPass(check, async () => {
        const answer = await probe(check.url, { address, timeoutSeconds: check.within, headers });
        if (!isPage(answer, plan["load-balancer"])) return judgeHttp(check, answer, expected);
        return bypass === undefined ? { verdict: "error", evidence: "the maintenance page is up, and there is no token that leads past it" } : { verdict: "fail", evidence: "the maintenance page answers, although the launch's token was sent" };
      });
      return { address: address ?? new URL(check.url).host, ...judgement };
    }),
  );
  const verdict = worst(found.map((one) => one.verdict));
  return { verdict, evidence: found.filter((one) => one.verdict === verdict).map(({ address, evidence }) => `${address}: ${evidence}`).join("; ") };
}

export function judgeHttp(check: HttpCheck, facts: HttpFacts, expected: { tag: string; commit: string }): Judgement {
  const took = `in ${facts.seconds.toFixed(2)} s`;
  if (facts.status === 0) return { verdict: "fail", evidence: `no answer: ${facts.error ?? "connection failed"}` };
  if (facts.status !== check.status) return { verdict: "fail", evidence: `status ${facts.status} ${took}, expected ${check.status}` };
  if (facts.seconds > check.within) return { verdict: "fail", evidence: `answered ${took}, later than ${check.within} s` };
  const wanted = check.contains?.replaceAll("{tag}", expected.tag).replaceAll("{commit}", expected.commit);
  if (wanted !== undefined && !facts.body.includes(wanted)) return { verdict: "fail", evidence: `status ${facts.status} ${took}, but the answer does not hold "${wanted}"` };
  return { verdict: "pass", evidence: `status ${facts.status} ${took}` };
}

/** A page as the host itself sees it, by its curl. Throws when the host cannot be reached. */
export async function curl(host: Host, url: string, withinSeconds: number): Promise<HttpFacts> {
  const args = ["-q", "-sS", "--globoff", "--noproxy", "*", "--max-time", String(withinSeconds), "-w", "\n%{http_code} %{time_total}", "--", url];
  const asked = command("curl", args, { timeoutSeconds: withinSeconds + 15 });
  const finished = await host.attempt(asked);
  if (finished.code === 127 || finished.code === 126) return { status: 0, body: "", seconds: 0, error: `curl ${finished.code === 127 ? "is not installed" : "cannot be run"} on ${host.name}`, unasked: true };
  if (finished.timedOut) return { status: 0, body: "", seconds: finished.seconds, error: `curl did not end within ${withinSeconds + 15} s` };
  const cut = finished.stdout.lastIndexOf("\n");
  const [status = "0", seconds = "0"] = finished.stdout.slice(cut + 1).split(" ");
  const error = finished.code === 0 ? undefined : (finished.stderr.trim().split("\n")[0] ?? "").replace(/^curl: /, "");
  return { status: finished.code === 0 ? Number(status) : 0, body: finished.stdout.slice(0, Math.max(cut, 0)), seconds: Number(seconds), error };
}
