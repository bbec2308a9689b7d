import { t } from "../../../core/text/text.ts";
import type { PlanProblem } from "../../judge/plan-problem.ts";
import type { Plan } from "../../schema/schema.ts";
import { type Rule, rule } from "../rule.ts";
import { twice } from "../shared.ts";

type Rfc2136 = Extract<Plan["dns"][number], { kind: "rfc2136" }>;

export const dnsRules: readonly Rule[] = [
  rule("dns-ids-differ", { problems: ({ dns }) => twice(["dns"], dns) }),
  rule("dns-changes-agree", {
    problems: ({ dns }) =>
      dns.flatMap((change, index) => {
        if (change.kind !== "rfc2136") return [];
        const before = dns.slice(0, index).filter((other) => other.kind === "rfc2136");
        return conflict(change, index, before.filter(sameName(change)));
      }),
  }),
];

function sameName({ name }: Rfc2136): (other: Rfc2136) => boolean {
  return (other) => other.name.toLowerCase() === name.toLowerCase();
}

/** What a change and those before it of the same name would undo of one another. */
function conflict({ name, type }: Rfc2136, index: number, before: readonly Rfc2136[]): PlanProblem[] {
  const same = before.find((other) => other.type === type);
  if (same)
    return [
      {
        code: "plan-dns-record-twice",
        place: { path: ["dns", index, "name"] },
        what: t`${name} ${type} is what "${same.id}" changes already`,
        mend: t`name all values in one change`,
      },
    ];
  const alias = before.find((other) => other.type === "CNAME" || type === "CNAME");
  if (!alias) return [];
  return [
    {
      code: "plan-dns-alias-not-alone",
      place: { path: ["dns", index, "type"] },
      what: t`an alias stands alone, and "${alias.id}" gives ${name} ${alias.type} records`,
      mend: t`keep one of the two`,
    },
  ];
}
