import { z } from "zod";
import { msg } from "../core/text/text.ts";
import { text, title } from "../plan/schema/fields.ts";

/** A path that machines call, while people see the page. */
export const openPathSchema = z.strictObject({
  path: z
    .string()
    .regex(/^\/[\x21-\x7e]*$/, msg`must begin with / and hold no space`)
    .describe("Path of the site, with a query where it needs one: /ping/health, /payments/callback. Asked by GET."),
  title: title("Who calls there: the machines' pings.").optional(),
  status: z
    .int()
    .min(100)
    .max(599)
    .optional()
    .describe("Status by which one knows that it is open. Default: any below 500 that is not the page's."),
});

/** How the page is told from the site, whatever shows it. */
export const maintenanceProof = {
  header: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, msg`is not a header name`)
    .default("X-Golive-Maintenance")
    .describe("Header that only the maintenance page carries."),
  "page-text": text(
    "Text that only the maintenance page holds, for a balancer that cannot send a header with it.",
  ).optional(),
  addresses: z
    .array(z.string().regex(/^[^\s:]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/i, msg`must be HOST or HOST:PORT`))
    .default([])
    .describe("Addresses of every balancer, each probed on its own. Default: where the site's name leads."),
  "open-paths": z
    .array(openPathSchema)
    .min(1, msg`needs at least one path`)
    .max(50)
    .optional()
    .describe(
      "Paths that stay open while the page is up: pings of machines, callbacks of a bank, ACME challenges. The balancer's " +
        "own configuration lets them through (docs/maintenance.md); golive proves that it does, and says since when it did not.",
    ),
};

export const pastThePage =
  "A secret of each launch, in the header X-Golive-Bypass or the cookie golive_bypass, leads past the page: for checks and testers.";
export const drained = "Once the page is up, requests that came before it may end before the services stop.";
