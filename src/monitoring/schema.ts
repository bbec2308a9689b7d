import { z } from "zod";
import type { Parsed } from "../plan/camel-keys.ts";
import { msg } from "../core/text/text.ts";
import { asked, text } from "../plan/schema/fields.ts";

export const matcherPattern = /^([A-Za-z_][A-Za-z0-9_]*)(=~|!~|!=|=)(?:"((?:[^"\\]|\\.)*)"|([^"\s]+))$/;

export const silenceSchema = z
  .strictObject({
    ...asked("Alertmanager."),
    matchers: z
      .array(
        z.string().regex(matcherPattern, msg`is not a matcher; write service="clinic" or severity=~"warning|critical"`),
      )
      .min(1, msg`needs at least one matcher`)
      .refine(
        (all) => all.length === 0 || all.some((one) => /^[A-Za-z_][A-Za-z0-9_]*(=|=~)"?[^"=~]/.test(one)),
        msg`has to name what is silenced, by = or =~, and not only what is not`,
      )
      .describe("Alerts that are silenced: they have to fit all of these."),
    not: z
      .array(text("Name of an alert."))
      .default(["Watchdog", "DeadMansSwitch"])
      .describe("Alerts that are never silenced: the ones that always ring, to show that ringing works."),
  })
  .describe(
    "Alertmanager keeps quiet about the service while the site is closed. Ends by itself 15 min after the window.",
  );

export const annotationSchema = z
  .strictObject({
    ...asked("Grafana."),
    tags: z.array(text("A tag.")).min(1, msg`needs at least one tag`).default(["golive"]),
    dashboard: z
      .string()
      .regex(/^[A-Za-z0-9_-]+$/, msg`is not the uid of a dashboard`)
      .optional()
      .describe("uid of the dashboard it belongs to. Default: all that show the tags."),
  })
  .describe("Grafana shows the time in which the site was closed as a region on its graphs.");

export type Silence = Parsed<typeof silenceSchema>;
export type Annotation = Parsed<typeof annotationSchema>;
