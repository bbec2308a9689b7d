import { z } from "zod";
import { t } from "../../core/text/text.ts";
import type { Judgement } from "../../core/verdict.ts";
import { httpRequest } from "../../hosts/requests/http-request.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { asked } from "../../plan/schema/fields.ts";
import { jsonOf } from "../asking/ask-json.ts";
import { askingHost, curlOn, loginOf, loginProblems } from "../asking/login.ts";
import { common } from "../common-schema.ts";
import type { CheckContext } from "../context.ts";
import { defineCheck } from "../define-check.ts";

const grafanaSchema = z.strictObject({ kind: z.literal("grafana"), ...common, ...asked("Grafana.") });
export type GrafanaCheck = Parsed<typeof grafanaSchema>;

export const grafana = defineCheck(grafanaSchema, {
  cost: "look",
  title: () => t`Grafana is well`,
  hosts: (check) => [askingHost(check)],
  programs: (check) => curlOn(check.from),
  problems: loginProblems,
  run: checkGrafana,
});

/** Whether Grafana and its database are well. */
export async function checkGrafana(check: GrafanaCheck, context: CheckContext): Promise<Judgement> {
  const login = loginOf(context.plan, check);
  const answered = await httpRequest(check.from === undefined ? null : context.hosts.get(check.from), {
    url: `${check.url.replace(/\/+$/, "")}/api/health`,
    within: check.within,
    login,
  });
  if (answered.status === 503) {
    // Status 503 with an answer of its own: it says what is not well.
    const ill = jsonOf("Grafana", { ...answered, status: 200 }, false);
    const judged = "json" in ill ? judgeGrafana(ill.json) : null;
    if (judged?.verdict === "fail") return judged;
  }
  const answer = jsonOf("Grafana", answered, login !== undefined);
  return "trouble" in answer ? answer.trouble : judgeGrafana(answer.json);
}

export function judgeGrafana(json: unknown): Judgement {
  const { database, version } = (json ?? {}) as { database?: unknown; version?: unknown };
  if (typeof database !== "string") return { verdict: "error", evidence: t`Grafana: the answer is not of its API` };
  if (database !== "ok") return { verdict: "fail", evidence: t`Grafana's database is not well` };
  const shown = typeof version === "string" && /^[\w.+-]{1,40}$/.test(version) ? ` ${version}` : "";
  return { verdict: "pass", evidence: t`Grafana${shown} and its database are well` };
}
