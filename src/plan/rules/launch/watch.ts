import { headerProblems, noKeyHere } from "../../../checks/asking/request.ts";
import { counterNames } from "../../../core/watch/counters.ts";
import { sumTerms } from "../../../core/watch/sum-terms.ts";
import { t } from "../../../core/text/text.ts";
import { type Rule, rule } from "../rule.ts";

export const watchRules: readonly Rule[] = [
  rule("watched-counters-are-sums", {
    problems: ({ watch }) =>
      counterNames.flatMap((name) => {
        const expression = watch?.prometheus?.[name];
        if (expression === undefined || sumTerms(expression) !== null) return [];
        return [
          {
            code: "plan-watch-no-counters",
            place: { path: ["watch", "prometheus", name] },
            what: t`this is more than counters that are added or taken away, so an exporter that misses one scrape would look like errors`,
            mend: t`write sums of counters, and no rate() or increase(): sum(a{…}) - sum(b{…}); the watch takes the increase itself`,
          },
        ];
      }),
  }),
  rule("watched-pages-asked", {
    problems: ({ watch }) =>
      (watch?.probes ?? []).flatMap((page, index) =>
        headerProblems(page, noKeyHere()).map(({ path, ...one }) => ({
          ...one,
          place: { path: ["watch", "probes", index, ...path] },
        })),
      ),
  }),
];
