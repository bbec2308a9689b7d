import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { plainUrl } from "../../plan/schema/fields.ts";
import { channelKeys, key } from "../kind.ts";
import { isPlaceholder, namesIn } from "./placeholders.ts";

const headerName = z
  .string()
  .regex(/^[A-Za-z0-9-]+$/, msg`is not a header name`)
  .refine(
    (name) => !["host", "connection", "content-length", "transfer-encoding"].includes(name.toLowerCase()),
    msg`is a header that belongs to the connection`,
  );
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const headerText = z.string().regex(/^[^\x00-\x1f\x7f]*$/, msg`holds a control character`);

export const httpSchema = z
  .strictObject({
    kind: z.literal("http"),
    ...channelKeys,
    url: plainUrl("Where it goes; {tag} and the like stand for themselves, made safe. Default: the key is the address.")
      .refine(known, msg`names something in braces that no message has`)
      .refine(
        (url) => !namesIn(url).includes("key"),
        msg`would show the key; leave url out when the key is the address`,
      )
      .optional(),
    method: z.enum(["POST", "PUT", "PATCH"]).default("POST"),
    key: key("What goes into `header`, or stands for {key} in the body, or is the address."),
    header: headerName.optional().describe("Header that carries the key."),
    prefix: headerText.default("Bearer ").describe('What stands before the key in that header: "Bearer ".'),
    headers: z.record(headerName, headerText).default({}).describe("Others; nothing secret."),
    body: z
      .record(z.string(), z.unknown())
      .refine(known, msg`names something in braces that no message has`)
      .describe(
        "JSON. In its texts {service}, {tag}, {event}, {headline}, {lines}, {link}, {at}, {launch} (one for each " +
          "launch), {id} (one for each message) and {key} stand for what they name.",
      ),
    repeat: z
      .boolean()
      .default(false)
      .describe("It may be sent again when the answer was lost: the receiver knows it by {id}, or it sets a state."),
  })
  .refine(({ url, header, body }) => url === undefined || header !== undefined || namesIn(body).includes("key"), {
    path: ["key"],
    message: msg`goes nowhere: add header, or {key} in the body`,
  });
export type HttpChannel = Parsed<typeof httpSchema>;

function known(value: unknown): boolean {
  return namesIn(value).every(isPlaceholder);
}
