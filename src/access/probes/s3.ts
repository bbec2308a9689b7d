import { z } from "zod";
import { createHash, randomBytes } from "node:crypto";
import { msg, t } from "../../core/text/text.ts";
import { type AccessContext, failed, type Probed } from "../access.ts";
import { ask, key, type Line, login, type Question } from "../asking/ask.ts";
import { byStatus, prove } from "../asking/prove.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { plainUrl, setting } from "../../plan/schema/fields.ts";
import { common, secret, within } from "../common-schema.ts";
import { defineProbe } from "../define-probe.ts";

const s3Schema = z.strictObject({
  kind: z.literal("s3"),
  ...common,
  within,
  endpoint: plainUrl("Address of the object storage, without the bucket: https://s3.eu-central-1.amazonaws.com.").regex(
    /^https?:\/\/[^/?#]+\/?$/i,
    msg`must be scheme and host only`,
  ),
  region: z
    .string()
    .regex(/^[a-z0-9-]+$/, msg`is not a region`)
    .default("us-east-1"),
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, msg`is not the name of a bucket`),
  "key-id": setting("Setting that holds the id of the access key."),
  secret,
  canary: z
    .string()
    .regex(
      /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/,
      msg`must be an object's name of letters, digits, . _ - and /`,
    )
    .optional()
    .describe(
      "A few bytes are put under this name and removed; a random ending keeps it from ever being an object of yours.",
    ),
});
export type S3Access = Parsed<typeof s3Schema>;

export const s3 = defineProbe(s3Schema, {
  programs: ["curl"],
  readsSettings: true,
  title: (probe) => t`Bucket ${probe.bucket} opens with ${probe.secret}`,
  run: probeS3,
});

const hints = {
  301: msg`another region or endpoint is the bucket's`,
  307: msg`another region or endpoint is the bucket's`,
  400: msg`another region, or not this storage`,
  404: msg`no such bucket`,
};
const canaryText = "golive";

/** HeadBucket, signed by curl; then, when the plan names one, a canary is put and removed. */
export async function probeS3(probe: S3Access, context: AccessContext): Promise<Probed> {
  const root = `${probe.endpoint.replace(/\/+$/, "")}/${probe.bucket}`;
  const { answer: _, ...probed } = await prove(
    context,
    question(probe, root, "", ["head"]),
    byStatus(200, [401, 403], hints),
  );
  if (probed.verdict !== "pass" || probe.canary === undefined) return probed;
  const name = `${root}/${probe.canary}.${randomBytes(8).toString("hex")}`;
  const { latencyMs = 0 } = probed;
  const step = async (did: string, asked: Question): Promise<Probed | null> => {
    const told = await ask(context, asked);
    if ("trouble" in told) return { ...told.trouble, evidence: `${did}: ${told.trouble.evidence}`, latencyMs };
    return told.answer.status >= 200 && told.answer.status < 300
      ? null
      : { ...failed(t`${did} (status ${told.answer.status})`), latencyMs };
  };
  const put = await step(
    t`the bucket opens, but nothing can be put there`,
    question(
      probe,
      name,
      canaryText,
      ["request", "PUT"],
      ["data-binary", canaryText],
      ["header", "content-type: text/plain"],
    ),
  );
  // Of a put without an answer nobody knows whether it arrived.
  if (put?.verdict === "fail") return put;
  const removed = await step(
    t`a canary was put but not removed; look for ${probe.canary}.*`,
    question(probe, name, "", ["request", "DELETE"]),
  );
  return put ?? removed ?? { ...probed, evidence: t`${probed.evidence}; a canary was put and removed` };
}

/** The hash stands in a header as S3 wants it; curl adds it by itself only in newer versions. */
function question(probe: S3Access, url: string, body: string, ...lines: readonly Line[]): Question {
  const hash = createHash("sha256").update(body).digest("hex");
  return {
    secret: probe.secret,
    login: probe.keyId,
    within: probe.within,
    lines: [
      ["url", url],
      ["aws-sigv4", `aws:amz:${probe.region}:s3`],
      ["user", login, ":", key],
      ["header", `x-amz-content-sha256: ${hash}`],
      ...lines,
    ],
  };
}
