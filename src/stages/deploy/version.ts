import { curl } from "../../checks/kinds/http/curl.ts";
import { askingOf } from "../../checks/asking/request.ts";
import { command } from "../../core/command.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import { liveDirectory } from "../../plan/layout.ts";
import type { Plan } from "../../plan/schema/schema.ts";
import { patternOf, type PlanVersion } from "../../plan/schema/asking/version-schema.ts";

/** A release to be named by tag or commit, the very text seen before, or null when any answer will do. */
export type ExpectedVersion = { readonly tag: string; readonly commit: string } | string | null;

type Told = string | { readonly problem: string };

/** Where the plan says that a version is told, for people. */
export function versionPlace({ url, file }: PlanVersion): string {
  return url ?? file ?? "";
}

/** Which version a host tells now: by its page, or by a file of the release. */
export async function versionOn(host: Host, plan: Plan): Promise<Told> {
  const { version } = plan.health;
  if (version === undefined) return { problem: t`the plan names no version page` };
  return version.file === undefined ? onPage(host, plan, version) : inFile(host, plan, version.file);
}

async function onPage(host: Host, plan: Plan, version: PlanVersion): Promise<Told> {
  const url = version.url ?? "";
  const { asSite, requestHeaders } = plan.health;
  const page = await curl(host, askingOf(plan, { url, asSite, requestHeaders }), 5);
  if (page.status === 0) return { problem: t`${url} does not answer (${page.error})` };
  if (page.status !== 200) return { problem: t`${url} answers ${page.status}` };
  const { header } = version;
  if (header === undefined) return versionIn(page.body, { json: "version", ...version }, url);
  const value = page.headers?.[header.toLowerCase()]?.trim() ?? "";
  return value === "" ? { problem: t`${url} sends no header ${header}` } : value;
}

async function inFile(host: Host, plan: Plan, file: string): Promise<Told> {
  const { runAs: user } = plan.deploy;
  const path = `${liveDirectory(plan)}/${file}`;
  const read = command("head", ["-c", String(mostBytes), "--", path], {
    timeoutSeconds: 30,
    ...(user === undefined ? {} : { user }),
  });
  const { code, stdout } = await host.attempt(read);
  if (code !== 0) return { problem: t`${path} cannot be read` };
  return versionIn(stdout, plan.health.version ?? {}, path);
}

const mostBytes = 1 << 20;

/** What a text tells, in the way of the plan: a key of it as JSON, a pattern, or all of its first line. */
export function versionIn(body: string, { json, text }: Pick<PlanVersion, "json" | "text">, place: string): Told {
  if (text !== undefined) {
    const found = patternOf(text)?.exec(body);
    const value = (found?.[1] ?? found?.[0] ?? "").trim();
    return value === "" ? { problem: t`${place} holds nothing like ${text}` } : value;
  }
  if (json !== undefined) return versionOf(body, json) ?? { problem: t`${place} holds no "${json}"` };
  const [line = ""] = body.trim().split("\n");
  return line.trim() === "" ? { problem: t`${place} is empty` } : line.trim();
}

/** The value of a key of a JSON answer, as text; null when there is none. */
function versionOf(body: string, key: string): string | null {
  try {
    const value = (JSON.parse(body) as Record<string, unknown> | null)?.[key];
    return typeof value === "string" && value !== "" ? value : null;
  } catch {
    return null;
  }
}

/** A tag v1.2.0 is called 1.2.0 by many a package; a commit may be told by its first digits. */
export function isVersion(told: string, expected: Exclude<ExpectedVersion, null>): boolean {
  if (typeof expected === "string") return told === expected;
  const { tag, commit } = expected;
  if (told === tag || `v${told}` === tag) return true;
  return /^[0-9a-f]{7,}$/.test(told) && commit.startsWith(told);
}
