import { setTimeout as sleep } from "node:timers/promises";
import { command } from "../core/command.ts";
import type { Judgement } from "../core/verdict.ts";
import type { Host } from "../hosts/host.ts";
import { probe } from "../load-balancer/probe.ts";
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
export async function checkHttp(check: HttpCheck, { expected, hosts }: CheckContext): Promise<Judgement> {
  let judgement: Judgement = { verdict: "error", evidence: "not asked" };
  for (let attempt = 1; attempt <= check.tries; attempt++) {
    const facts: HttpFacts = check.from === undefined ? await probe(check.url, { timeoutSeconds: check.within }) : await curl(hosts.get(check.from), check.url, check.within);
    judgement = facts.unasked === true ? { verdict: "error", evidence: facts.error ?? "not asked" } : judgeHttp(check, facts, expected);
    if (judgement.verdict === "pass") break;
    if (attempt < check.tries) await sleep(1000);
  }
  return judgement;
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
