import { z } from "zod";
import { msg } from "../core/text/text.ts";
import { text } from "../plan/schema/fields.ts";

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
};

export const pastThePage =
  "A secret of each launch, in the header X-Golive-Bypass or the cookie golive_bypass, leads past the page: for checks and testers.";
export const drained = "Once the page is up, requests that came before it may end before the services stop.";
