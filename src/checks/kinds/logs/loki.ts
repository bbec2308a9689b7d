import { z } from "zod";
import { msg, t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import type { Parsed } from "../../../plan/camel-keys.ts";
import { asked as askedKeys, duration, text } from "../../../plan/schema/fields.ts";
import { askerOf, type Trouble } from "../../asking/ask-json.ts";
import { askingAndSending, canaryProblems, curlToAskAndSend } from "../../asking/canary.ts";
import { loginProblems } from "../../asking/login.ts";
import { common } from "../../common-schema.ts";
import type { CheckContext } from "../../context.ts";
import { defineCheck } from "../../define-check.ts";
import { unansweredBy } from "./errors-per-request.ts";
import { checkLog } from "./log-canary.ts";
import type { LogStore } from "./log-store.ts";
import { errorLines, logCanary } from "./log-schema.ts";
import { countOf, linesOf } from "./loki-answers.ts";

const lokiSchema = z.strictObject({
  kind: z.literal("loki"),
  ...common,
  ...askedKeys("Loki."),
  tenant: z
    .string()
    .regex(/^[\x21-\x7e]+$/, msg`holds a space or a letter beyond ASCII`)
    .optional()
    .describe("X-Scope-OrgID, where Loki has tenants."),
  query: text('LogQL of the service\'s lines, such as {app="clinic"}; the id is added to it.').regex(
    /^\{/,
    msg`must begin with a selector in { }`,
  ),
  canary: logCanary,
  version: z
    .strictObject({
      label: text("Label that names the version.").optional(),
      field: text("Field of a line in JSON.").optional(),
      is: text("Its value; {tag} and {commit} stand for the release.").default("{tag}"),
    })
    .refine((one) => (one.label === undefined) !== (one.field === undefined), msg`needs one of label and field`),
  errors: errorLines("LogQL").optional(),
  wait: duration("2m"),
});
export type LokiCheck = Parsed<typeof lokiSchema>;

export const loki = defineCheck(lokiSchema, {
  cost: "wait",
  title: () => t`Requests arrive in Loki`,
  hosts: askingAndSending,
  programs: curlToAskAndSend,
  problems: (check, plan, phase) => [...loginProblems(check, plan), ...canaryProblems(check, plan, phase)],
  unanswered: (check, context) => unansweredBy(check.errors, storeOf(check, context)),
  run: checkLoki,
});

/** Whether requests to the release that should be running arrive in Loki. */
export function checkLoki(check: LokiCheck, context: CheckContext): Promise<Judgement> {
  return checkLog(check, context, storeOf(check, context));
}

function storeOf(check: LokiCheck, context: CheckContext): LogStore {
  const asked = askerOf("Loki", check, context);
  const headers = check.tenant === undefined ? {} : { "x-scope-orgid": check.tenant };
  const ask = (path: string, values: Readonly<Record<string, string>>) =>
    asked(`${path}?${new URLSearchParams(values)}`, { headers });
  return {
    async lines(token, _, fromMs) {
      const answer = await ask("/loki/api/v1/query_range", {
        query: `${check.query} |= ${JSON.stringify(token)}`,
        start: nanoseconds(fromMs),
        end: nanoseconds(Date.now() + 60_000),
        limit: "1000",
        direction: "backward",
      });
      if ("trouble" in answer) return answer;
      const lines = linesOf(answer.json, check);
      return lines === null ? notLoki() : { lines };
    },
    async count(query, fromMs, toMs) {
      const seconds = Math.max(1, Math.ceil((toMs - fromMs) / 1000));
      const answer = await ask("/loki/api/v1/query", {
        query: `sum(count_over_time(${query} [${seconds}s]))`,
        time: nanoseconds(toMs),
      });
      if ("trouble" in answer) return answer;
      const count = countOf(answer.json);
      return count === null ? notLoki() : { count };
    },
  };
}

const notLoki = (): Trouble => ({
  trouble: { verdict: "error", evidence: t`Loki: the answer is not of its API` },
  final: false,
});

function nanoseconds(milliseconds: number): string {
  return `${Math.floor(milliseconds)}000000`;
}
