import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import { askerOf } from "../../asking/ask-json.ts";
import { askingAndSending, canaryProblems, curlToAskAndSend } from "../../asking/canary.ts";
import { loginProblems } from "../../asking/login.ts";
import { lookUntil } from "../../asking/look-until.ts";
import { type CheckContext, written } from "../../context.ts";
import { defineCheck } from "../../define-check.ts";
import { tryCanary } from "./canary.ts";
import type { Wanted } from "./judge-scrape.ts";
import { askQueries, together, unansweredOf } from "./queries.ts";
import { type PrometheusCheck, prometheusSchema } from "./schema.ts";
import { lookAtScrape } from "./scrape.ts";

export const prometheus = defineCheck(prometheusSchema, {
  cost: "wait",
  title: (check) => t`Prometheus scrapes the release (job ${check.job})`,
  hosts: askingAndSending,
  programs: curlToAskAndSend,
  problems: (check, plan, phase) => [...loginProblems(check, plan), ...canaryProblems(check, plan, phase)],
  unanswered: (check, context) => unansweredOf(askerOf("Prometheus", check, context), check),
  run: checkPrometheus,
});

const pauses = [1, 1, 2, 2, 4, 5];

/** Whether the release that should be running is really being scraped, and keeps within the thresholds of the plan. */
export async function checkPrometheus(check: PrometheusCheck, context: CheckContext): Promise<Judgement> {
  const began = Date.now();
  const deadline = performance.now() + check.wait * 1000;
  const { plan, expected, hosts, previous, signal } = context;
  const ask = askerOf("Prometheus", check, context);
  const wanted: Wanted = {
    version: written(check.version, expected),
    instances: check.instances ?? plan.services.hosts.length,
    previous,
  };
  const since = context.since === undefined ? began : Date.parse(context.since);
  const until = (look: Parameters<typeof lookUntil>[3]) => lookUntil(deadline, pauses, signal, look);
  const scraped = await until(() => lookAtScrape(ask, check, since, wanted));
  if (scraped.verdict !== "pass") return scraped;
  const parts = [scraped];
  if (check.canary !== undefined) {
    const { from, within } = check;
    const moved = await tryCanary(ask, { hosts, plan, canary: check.canary, from, within }, until);
    if (moved.verdict !== "pass") return moved;
    parts.push(moved);
  }
  if (check.queries.length > 0) parts.push(await until(() => askQueries(ask, check.queries)));
  return together(parts);
}
