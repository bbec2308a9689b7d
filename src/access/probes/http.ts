import { z } from "zod";
import { msg, t } from "../../core/text/text.ts";
import type { AccessContext, Probed } from "../access.ts";
import { key } from "../asking/ask.ts";
import { byStatus, prove } from "../asking/prove.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { plainUrl } from "../../plan/schema/fields.ts";
import { common, secret, within } from "../common-schema.ts";
import { defineProbe } from "../define-probe.ts";

const status = z.int().min(100).max(599);

const httpSchema = z
  .strictObject({
    kind: z.literal("http"),
    ...common,
    within,
    url: plainUrl("Address that answers a GET only with the right key."),
    header: z
      .string()
      .regex(/^[A-Za-z0-9-]+$/, msg`is not a header name`)
      .default("Authorization")
      .describe("Header that carries the key."),
    prefix: z
      .string()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is kept out
      .regex(/^[^\x00-\x1f\x7f]*$/, msg`holds a control character`)
      .describe("What stands before the key in that header.")
      .default("Bearer "),
    secret,
    status: status.default(200).describe("Answer to the right key."),
    denied: z
      .array(status)
      .min(1, msg`needs at least one status`)
      .default([401, 403])
      .describe("Answers to a wrong key."),
  })
  .refine((probe) => !probe.denied.includes(probe.status), {
    path: ["denied"],
    message: msg`holds the status of the right key as well`,
  });
export type HttpAccess = Parsed<typeof httpSchema>;

export const http = defineProbe(httpSchema, {
  programs: ["curl"],
  readsSettings: true,
  title: (probe) => t`${new URL(probe.url).host} takes ${probe.secret}`,
  run: probeHttp,
});

/** A GET with the key in a header. Redirects are not followed: the key belongs to that address only. */
export async function probeHttp(probe: HttpAccess, context: AccessContext): Promise<Probed> {
  const { answer: _, ...probed } = await prove(
    context,
    {
      secret: probe.secret,
      within: probe.within,
      lines: [
        ["url", probe.url],
        ["header", `${probe.header}: ${probe.prefix}`, key],
      ],
    },
    byStatus(probe.status, probe.denied),
  );
  return probed;
}
