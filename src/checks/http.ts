import { setTimeout as sleep } from "node:timers/promises";
import { command, type Command, type Finished } from "../core/command.ts";
import { saidBy } from "../core/errors.ts";
import { figure } from "../core/text/figures.ts";
import { valueAt } from "../core/json-path.ts";
import { t } from "../core/text/text.ts";
import { type Judgement, worst } from "../core/verdict.ts";
import type { Host } from "../hosts/host.ts";
import { bypassHeader, isPage, probe } from "../load-balancer/probe.ts";
import type { CheckContext } from "./check.ts";
import type { HttpCheck } from "./schema.ts";

export interface HttpFacts {
  /** 0: no answer. */
  readonly status: number;
  readonly body: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
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
    const facts: HttpFacts =
      from === undefined
        ? await probe(check.url, { timeoutSeconds: check.within })
        : await curl(hosts.get(from), check.url, check.within);
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
  const headers = bypass === undefined ? {} : { [bypassHeader]: bypass };
  const found = await Promise.all(
    (addresses.length > 0 ? addresses : [undefined]).map(async (address) => {
      const judgement = await untilPass(check, async () => {
        const answer = await probe(check.url, { address, timeoutSeconds: check.within, headers });
        if (!isPage(answer, plan.loadBalancer)) return judgeHttp(check, answer, expected);
        return bypass === undefined
          ? { verdict: "error", evidence: t`the maintenance page is up, and there is no token that leads past it` }
          : { verdict: "fail", evidence: t`the maintenance page answers, although the launch's token was sent` };
      });
      return { address: address ?? new URL(check.url).host, ...judgement };
    }),
  );
  const verdict = worst(found.map((one) => one.verdict));
  return {
    verdict,
    evidence: found
      .filter((one) => one.verdict === verdict)
      .map(({ address, evidence }) => `${address}: ${evidence}`)
      .join("; "),
  };
}

export function judgeHttp(check: HttpCheck, facts: HttpFacts, expected: { tag: string; commit: string }): Judgement {
  const took = t`in ${figure(facts.seconds, 2)} s`;
  if (facts.status === 0) return { verdict: "fail", evidence: t`no answer: ${facts.error ?? t`connection failed`}` };
  if (facts.status !== check.status)
    return { verdict: "fail", evidence: t`status ${facts.status} ${took}, expected ${check.status}` };
  if (facts.seconds > check.within)
    return { verdict: "fail", evidence: t`answered ${took}, later than ${check.within} s` };
  const written = (text: string) => text.replaceAll("{tag}", expected.tag).replaceAll("{commit}", expected.commit);
  const wanted = check.contains === undefined ? undefined : written(check.contains);
  const wrong = [
    ...(wanted !== undefined && !facts.body.includes(wanted) ? [t`the answer does not hold "${wanted}"`] : []),
    ...Object.entries(check.headers).flatMap(([name, rule]) =>
      headerProblem(name, typeof rule === "string" ? written(rule) : rule, facts.headers ?? {}),
    ),
    ...(check.json === undefined ? [] : jsonProblems([check.json].flat(), facts.body, written)),
  ];
  if (wrong.length > 0)
    return { verdict: "fail", evidence: t`status ${facts.status} ${took}, but ${wrong.join("; ")}` };
  return { verdict: "pass", evidence: t`status ${facts.status} ${took}` };
}

/** What the answer has instead may be anyone's: only what the plan wants is told. */
function headerProblem(name: string, rule: boolean | string, headers: Readonly<Record<string, string>>): string[] {
  const has = headers[name.toLowerCase()];
  if (rule === false) return has === undefined ? [] : [t`there is a header ${name}`];
  if (has === undefined) return [t`there is no header ${name}`];
  return rule === true || has.trim() === rule.trim() ? [] : [t`the header ${name} is not "${rule}"`];
}

type JsonRule = Exclude<NonNullable<HttpCheck["json"]>, readonly unknown[]>;

function jsonProblems(rules: readonly JsonRule[], body: string, written: (text: string) => string): string[] {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return [t`the answer is no JSON`];
  }
  return rules.flatMap(({ path, equals }) => {
    const value = valueAt(json, path);
    const wanted = typeof equals === "string" ? written(equals) : equals;
    if (value === undefined) return [t`the answer has no ${path}`];
    return value === wanted ? [] : [t`${path} is not ${JSON.stringify(wanted)}`];
  });
}

/** A page as the host itself sees it, by its curl. Throws when the host cannot be reached. */
export async function curl(host: Host, url: string, withinSeconds: number): Promise<HttpFacts> {
  const args = [
    "-q",
    "-sS",
    "-i",
    "--globoff",
    "--noproxy",
    "*",
    "--max-time",
    String(withinSeconds),
    "-w",
    "\n%{http_code} %{time_total}",
    "--",
    url,
  ];
  const asked = command("curl", args, { timeoutSeconds: withinSeconds + 15 });
  const finished = await host.attempt(asked);
  if (finished.code === 127 || finished.code === 126)
    return {
      status: 0,
      body: "",
      seconds: 0,
      error: t`curl ${finished.code === 127 ? t`is not installed` : t`cannot be run`} on ${host.name}`,
      unasked: true,
    };
  if (finished.timedOut)
    return {
      status: 0,
      body: "",
      seconds: finished.seconds,
      error: t`curl did not end within ${withinSeconds + 15} s`,
    };
  const cut = finished.stdout.lastIndexOf("\n");
  const [status = "0", seconds = "0"] = finished.stdout.slice(cut + 1).split(" ");
  const error = finished.code === 0 ? undefined : curlError(host, asked, finished);
  return {
    status: finished.code === 0 ? Number(status) : 0,
    ...apart(finished.stdout.slice(0, Math.max(cut, 0))),
    seconds: Number(seconds),
    error,
  };
}

function curlError(host: Host, asked: Command, finished: Finished): string {
  const said = saidBy(asked, { stdout: "", stderr: finished.stderr }, { known: host.known });
  return said === "" ? t`curl ended with exit code ${finished.code}` : said.replace(/^curl: /, "");
}

/** Headers and body of what `curl -i` prints; an answer such as 100 may stand before the real one. */
function apart(text: string): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  const [head] = /^HTTP\/[^\n]*\r?\n(?:[^\r\n][^\n]*\n)*\r?\n/.exec(text) ?? [""];
  if (head === "") return { headers: {}, body: text };
  const body = text.slice(head.length);
  if (/^HTTP\/\S+ 1\d\d\b/.test(head)) return apart(body);
  const headers: Record<string, string> = {};
  for (const [, name = "", value = ""] of head.matchAll(/^([^:\s]+):[ \t]*(.*?)\r?$/gm))
    headers[name.toLowerCase()] = name.toLowerCase() in headers ? `${headers[name.toLowerCase()]}, ${value}` : value;
  return { headers, body };
}
