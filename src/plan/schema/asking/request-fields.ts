import { z } from "zod";
import { msg } from "../../../core/text/text.ts";

const headerName = z.string().regex(/^[A-Za-z0-9-]{1,100}$/, msg`is not a header name`);
const headerValue = z
  .string()
  .regex(/^[\x20-\x7e]{1,2000}$/, msg`must be 1 to 2000 characters of ASCII, and no control character`);

/** Headers of a request. What would be a secret among them is refused by a rule, with the way to name it instead. */
export const requestHeaders = z
  .record(headerName, headerValue)
  .default({})
  .describe("Headers that are sent. They are no secret: a key is named under `auth` and read on the host that asks.");

export const asSiteField = z
  .boolean()
  .optional()
  .describe(
    "Asked as a balancer asks for the site's visitors: Host and X-Forwarded-Proto of site.url. Default: with the preset " +
      "django at the service's own address (that of health.url or prepare.trial.start), as Django refuses other names.",
  );

/** How a page is asked. */
export const requestFields = { "request-headers": requestHeaders, "as-site": asSiteField };
