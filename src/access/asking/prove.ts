import { figure } from "../../core/text/figures.ts";
import { inWords, t } from "../../core/text/text.ts";
import { type AccessContext, failed, milliseconds, type Probed, unknown } from "../access.ts";
import { type Answer, ask, type Question } from "./ask.ts";

export interface Rule {
  readonly good: (answer: Answer) => boolean;
  readonly denied: (answer: Answer) => boolean;
  /** What an answer is called that is neither. */
  readonly otherwise: (answer: Answer) => Probed;
}

/** Asks with the right key, then with a wrong one: only a service that refuses the second has proved the first. */
export async function prove(
  context: AccessContext,
  question: Question,
  rule: Rule,
): Promise<Probed & { readonly answer?: Answer }> {
  const right = await ask(context, question);
  if ("trouble" in right) return right.trouble;
  const { answer } = right;
  const latencyMs = milliseconds(answer.seconds);
  if (!rule.good(answer))
    return rule.denied(answer)
      ? { ...failed(t`the key is refused (status ${answer.status})`), latencyMs }
      : { ...rule.otherwise(answer), latencyMs };
  const wrong = await ask(context, question, "wrong");
  const proved = (evidence: string): Probed => ({ verdict: "inconclusive", evidence, latencyMs });
  if ("trouble" in wrong)
    return proved(t`says yes, but a wrong key could not be tried, so nothing is proved: ${wrong.trouble.evidence}`);
  if (rule.good(wrong.answer)) return proved(t`also says yes to a wrong key, so nothing is proved`);
  if (!rule.denied(wrong.answer))
    return proved(t`says status ${wrong.answer.status} to a wrong key, neither yes nor no, so nothing is proved`);
  return {
    verdict: "pass",
    evidence: t`status ${answer.status} in ${figure(answer.seconds, 2)} s; a wrong key is refused (${wrong.answer.status})`,
    latencyMs,
    answer,
  };
}

/** The rule of services that speak HTTP. */
export function byStatus(good: number, denied: readonly number[], hints: Readonly<Record<number, string>> = {}): Rule {
  return {
    good: ({ status }) => status === good,
    denied: ({ status }) => denied.includes(status),
    otherwise({ status }) {
      const told = t`status ${status}${hints[status] === undefined ? "" : `: ${inWords(hints[status])}`}, expected ${good}`;
      if (status === 429) return { verdict: "inconclusive", evidence: t`status 429: asked too often to tell` };
      return status >= 500 ? unknown(told) : failed(told);
    },
  };
}
