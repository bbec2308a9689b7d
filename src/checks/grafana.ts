import { t } from "../core/text/text.ts";
import type { Judgement } from "../core/verdict.ts";
import { httpRequest } from "../hosts/requests/http-request.ts";
import { jsonOf, loginOf } from "./ask-json.ts";
import type { CheckContext } from "./check.ts";
import type { GrafanaCheck } from "./schema.ts";

/** Whether Grafana and its database are well. */
export async function checkGrafana(check: GrafanaCheck, context: CheckContext): Promise<Judgement> {
  const login = loginOf(context.plan, check);
  const answered = await httpRequest(check.from === undefined ? null : context.hosts.get(check.from), {
    url: `${check.url.replace(/\/+$/, "")}/api/health`,
    within: check.within,
    login,
  });
  // Status 503 with an answer of its own: it says what is not well.
  const answer = jsonOf("Grafana", answered, login !== undefined);
  const ill = answered.status === 503 ? jsonOf("Grafana", { ...answered, status: 200 }, false) : answer;
  return "json" in ill && (answered.status === 200 || judgeGrafana(ill.json).verdict === "fail")
    ? judgeGrafana(ill.json)
    : "trouble" in answer
      ? answer.trouble
      : judgeGrafana(answer.json);
}

export function judgeGrafana(json: unknown): Judgement {
  const { database, version } = (json ?? {}) as { database?: unknown; version?: unknown };
  if (typeof database !== "string") return { verdict: "error", evidence: t`Grafana: the answer is not of its API` };
  if (database !== "ok") return { verdict: "fail", evidence: t`Grafana's database is not well` };
  return {
    verdict: "pass",
    evidence: t`Grafana${typeof version === "string" && /^[\w.+-]{1,40}$/.test(version) ? ` ${version}` : ""} and its database are well`,
  };
}
