import { t } from "../../core/text/text.ts";
import type { Explained } from "../explain.ts";
import type { Plan } from "../schema/schema.ts";

/** Changes that would undo one another. */
export function dnsProblems({ dns }: Pick<Plan, "dns">): (Explained & { readonly mend: string })[] {
  return dns.flatMap((change, index) => {
    if (change.kind !== "rfc2136") return [];
    const sameName = dns
      .slice(0, index)
      .flatMap((other) =>
        other.kind === "rfc2136" && other.name.toLowerCase() === change.name.toLowerCase() ? [other] : [],
      );
    const twice = sameName.find(({ type }) => type === change.type);
    const alias = sameName.find(({ type }) => type === "CNAME" || change.type === "CNAME");
    const place = { path: ["dns", index, twice ? "name" : "type"] };
    if (twice)
      return [
        {
          place,
          what: t`${change.name} ${change.type} is what "${twice.id}" changes already`,
          mend: t`name all values in one change`,
        },
      ];
    return alias
      ? [
          {
            place,
            what: t`an alias stands alone, and "${alias.id}" gives ${change.name} ${alias.type} records`,
            mend: t`keep one of the two`,
          },
        ]
      : [];
  });
}
