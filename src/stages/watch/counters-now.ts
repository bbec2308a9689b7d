import { askerOf, type AskJson, type Trouble } from "../../checks/asking/ask-json.ts";
import { partial, query, type Series } from "../../checks/kinds/prometheus/api.ts";
import type { Looked } from "../../checks/asking/look-until.ts";
import { type CounterName, counterNames, type Sample } from "../../core/watch/counters.ts";
import { sumTerms, type Term } from "../../core/watch/sum-terms.ts";
import type { PlanWatch } from "../../plan/schema/watch-schema.ts";
import type { Launch } from "../launch/context.ts";

type Asked = NonNullable<PlanWatch["prometheus"]>;

export function askerOfWatch(asked: Asked, { hosts, plan }: Pick<Launch, "hosts" | "plan">): AskJson {
  return askerOf("Prometheus", asked, { hosts, plan });
}

/** What every exporter counted so far, or why that cannot be told. */
export async function samplesNow(ask: AskJson, asked: Asked): Promise<readonly Sample[] | Looked> {
  const terms = termsOf(asked);
  const found = await query(ask, terms.map(({ name, at, term }) => expressionOf(`${name}${at}`, term)).join(" or "));
  if ("trouble" in found) return troubleOf(found);
  if (found.partial) return partial();
  return terms.flatMap(({ name, at, term }) =>
    found.values
      .filter(({ labels }) => labels[mark] === `${name}${at}`)
      .map((series) => ({ name, term: at, sign: term.sign, exporter: exporterOf(series), value: series.value }))
      .filter(({ value }) => Number.isFinite(value)),
  );
}

/** The label by which the parts of one question are told apart. One question has its answers from one moment. */
const mark = "golive";

function expressionOf(name: string, { selector }: Term): string {
  return `label_replace(sum by (job, instance) (${selector}), "${mark}", "${name}", "", "")`;
}

function exporterOf({ labels: { job = "", instance = "" } }: Series): string {
  return `${job} ${instance}`;
}

function termsOf(asked: Asked): { readonly name: CounterName; readonly at: number; readonly term: Term }[] {
  return counterNames.flatMap((name) => (sumTerms(asked[name] ?? "") ?? []).map((term, at) => ({ name, at, term })));
}

function troubleOf({ trouble, final }: Trouble): Looked {
  return { ...trouble, final };
}
