import { z } from "zod";
import type { Parsed } from "../camel-keys.ts";
import { jsonSteps } from "../../core/json-path.ts";
import { msg } from "../../core/text/text.ts";
import { requestHeaders } from "./asking/request-fields.ts";
import { asked, duration, httpUrl, text, title } from "./fields.ts";

const percent = (what: string) => z.number().gt(50).lt(100).describe(what);

export const watchSchema = z
  .strictObject({
    for: duration("1h").describe(
      "How long it is watched closely after the opening; somebody may call the release back without a reason of their own. Default 1h.",
    ),
    every: duration("30s").describe(
      "Between two looks in that time. Default 30s; a look that saw something bad is followed by closer ones.",
    ),
    day: duration("24h").describe("How long it is watched altogether; 0s: only as long as `for`. Default 24h."),
    "day-every": duration("1m").describe("Between two looks in the rest of it. Default 1m."),
    slo: z
      .strictObject({
        availability: percent("Percent of requests that are answered well: 99.9.").default(99.9),
        latency: percent("Percent of requests that are answered in time: 99.").default(99),
      })
      .prefault({})
      .describe("What the service promises."),
    prometheus: z
      .strictObject({
        ...asked("Prometheus, or what has its API."),
        requests: text("PromQL of one number that only grows: all requests so far, such as sum(http_requests_total)."),
        bad: text('The same of bad ones: sum(http_requests_total{status=~"5.."}) or vector(0).'),
        slow: text("The same of those that took longer than promised.").optional(),
      })
      .optional()
      .describe("The service's own requests, as counters; their increase from look to look is judged."),
    probes: z
      .array(
        z.strictObject({
          url: httpUrl("Page of the site, asked from the runner."),
          status: z
            .int()
            .min(100)
            .max(599)
            .optional()
            .describe("Default: as the page answered before the maintenance page went up."),
          "request-headers": requestHeaders,
          new: z
            .boolean()
            .default(false)
            .describe(
              "The release brings this page: it need not be there by day. Default: it has to be as it will be.",
            ),
          contains: text("Text that the answer has to hold.").optional(),
        }),
      )
      .optional()
      .describe("What the watch asks for itself, as a visitor. Default: the site's page."),
    requests: z
      .int()
      .min(0)
      .max(60)
      .default(6)
      .describe("Requests of its own at each look, over those pages in turn; twenty for a minute after something bad."),
    "blind-after": z
      .int()
      .min(2)
      .max(1000)
      .default(5)
      .describe("A signal that could not be asked for at so many looks in a row is an incident. Default 5."),
    within: duration("5s").describe("An answer that takes longer is a bad one. Default 5s."),
    ping: httpUrl(
      "Asked at every look, at most once a minute: whoever expects it there (healthchecks.io and the like) hears " +
        "when the watch itself is gone.",
    ).optional(),
    feedback: z
      .strictObject({
        url: httpUrl("Form or poll where users say how they find it; named in the report."),
        totals: z
          .strictObject({
            ...asked(
              "Address that answers with JSON which holds the totals: of the form's or the poll's API, or a page of your own.",
            ),
            numbers: z
              .array(
                z.strictObject({
                  title: title("What is counted, as the report names it."),
                  path: text("Way to the number: total or answers[0].count.").refine(
                    (one) => jsonSteps(one) !== null,
                    msg`is not a way such as checks[0].status`,
                  ),
                }),
              )
              .min(1, msg`needs at least one number`),
          })
          .optional()
          .describe("Numbers that the report shows. Nothing else of the answer is kept: no texts, no names."),
      })
      .optional()
      .describe("Where the first feedback of users is."),
    units: z.boolean().default(true).describe("The service's units have to run."),
  })
  .refine((one) => one.requests > 0 || one.prometheus !== undefined, {
    path: ["requests"],
    message: msg`is 0, and there is no prometheus: then nothing is watched`,
  })
  .describe("What is watched once the site is open (docs/watch.md).");
export type PlanWatch = Parsed<typeof watchSchema>;
