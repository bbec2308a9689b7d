import { z } from "zod";
import { t } from "../../core/text/text.ts";
import { type AccessContext, failed, type Probed } from "../access.ts";
import { key } from "../asking/ask.ts";
import { byStatus, prove } from "../asking/prove.ts";
import type { Parsed } from "../../plan/camel-keys.ts";
import { apiBase } from "../../plan/schema/fields.ts";
import { common, secret, within } from "../common-schema.ts";
import { defineProbe } from "../define-probe.ts";

const githubSchema = z.strictObject({
  kind: z.literal("github"),
  ...common,
  within,
  secret,
  base: apiBase("Address of the REST API; https://HOST/api/v3 on GitHub Enterprise Server.", "https://api.github.com"),
  "least-days": z.int().min(0).max(3650).default(7).describe("A token that ends sooner is a failure."),
});
export type GithubAccess = Parsed<typeof githubSchema>;

export const github = defineProbe(githubSchema, {
  programs: ["curl"],
  readsSettings: true,
  title: (probe) => t`GitHub takes ${probe.secret}`,
  run: (probe, context) => probeGithub(probe, context),
});

const expiry = "github-authentication-token-expiration";

/** /rate_limit is open to every kind of token and counts against none; a wrong token gets 401 there. */
export async function probeGithub(probe: GithubAccess, context: AccessContext, now = Date.now()): Promise<Probed> {
  const { answer, ...probed } = await prove(
    context,
    {
      secret: probe.secret,
      within: probe.within,
      lines: [
        ["url", `${probe.base.replace(/\/+$/, "")}/rate_limit`],
        ["header", "Accept: application/vnd.github+json"],
        ["header", "Authorization: Bearer ", key],
        ["dump-header", "-"],
      ],
      header: expiry,
    },
    byStatus(200, [401, 403]),
  );
  if (answer === undefined) return probed;
  if (answer.header === undefined) return { ...probed, evidence: t`${probed.evidence}; no end is told` };
  const end = readExpiry(answer.header);
  if (end === null)
    return { ...probed, verdict: "inconclusive", evidence: t`${probed.evidence}; when it ends cannot be read` };
  const expires = new Date(end).toISOString();
  const days = Math.floor((end - now) / 86_400_000);
  const told = t`ends in ${days} ${days === 1 ? "day" : "days"}`;
  const { latencyMs = 0 } = probed;
  if (days < probe.leastDays)
    return {
      ...failed(t`the key works but ${told}; the plan wants at least ${probe.leastDays}`),
      latencyMs,
      expires,
    };
  return { ...probed, evidence: `${probed.evidence}; ${told}`, expires };
}

/** "2026-12-01 10:00:00 UTC" or "… +0300", in lower case. */
export function readExpiry(header: string): number | null {
  const found = /^(\d{4}-\d\d-\d\d)[ t](\d\d:\d\d:\d\d)\s*(utc|z|[+-]\d\d:?\d\d)$/.exec(header.trim());
  if (!found) return null;
  const zone = (found[3] ?? "").replace(/^(?:utc|z)$/, "Z").replace(/^([+-]\d\d):?(\d\d)$/, "$1:$2");
  const end = Date.parse(`${found[1]}T${found[2]}${zone}`);
  return Number.isNaN(end) ? null : end;
}
