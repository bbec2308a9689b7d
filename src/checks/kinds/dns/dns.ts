import { promises as dnsPromises } from "node:dns";
import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import { lookUntil } from "../../asking/look-until.ts";
import type { CheckContext } from "../../context.ts";
import { defineCheck } from "../../define-check.ts";
import { nameOf, nameProblems } from "../../site-name.ts";
import { askServer, authoritative } from "./ask-servers.ts";
import { judgeDns } from "./judge.ts";
import { type DnsCheck, dnsSchema } from "./schema.ts";

export const dns = defineCheck(dnsSchema, {
  cost: "wait",
  title: (check) => t`${check.name ?? t`The site's name`} leads where it should`,
  problems: nameProblems,
  // Whether it holds already, not whether it will.
  byDay: (check) => ({ ...check, wait: 0 }),
  run: checkDns,
});

/** Asks every authoritative server by itself, until all is as the plan wants it or `wait` is over. */
export function checkDns(check: DnsCheck, { plan, signal }: CheckContext): Promise<Judgement> {
  const name = nameOf(check, plan);
  return lookUntil(performance.now() + check.wait * 1000, [2], signal, () => once(check, name));
}

async function once(check: DnsCheck, name: string): Promise<Judgement> {
  const resolver = new dnsPromises.Resolver({ timeout: check.within * 1000, tries: 2 });
  const servers = check.servers ?? (await authoritative(name, resolver));
  if ("problem" in servers) return { verdict: "error", evidence: servers.problem };
  return judgeDns(check, name, await Promise.all(servers.map((server) => askServer(check, name, server))));
}
