import { t } from "./text/text.ts";

/** What is launched. `id` is unique per launch: the tag and the workflow run that opened it. */
export interface Release {
  readonly id: string;
  readonly tag: string;
  readonly commit: string;
  readonly digest: string;
  readonly issue: number;
  readonly actor: string;
  readonly runId: number;
  /** The window it is planned for, ISO 8601. */
  readonly window: { readonly start: string; readonly end: string };
}

/** Safe in file names, database names (with a short prefix) and Markdown. */
export function releaseId(tag: string, runId: number): string {
  return `${tag.replaceAll(/[^A-Za-z0-9._-]/g, "-").slice(0, 40)}-${runId}`;
}

/**
 * Why a tag's name cannot be used, or null. Git allows more, but a launch takes only names that read the same
 * in a shell, a URL, a path and Markdown.
 */
export function tagProblem(tag: string): string | null {
  if (tag.trim() === "") return t`the tag is empty`;
  if (!/^[A-Za-z0-9][A-Za-z0-9._+/-]*$/.test(tag))
    return t`the tag may hold letters, digits and . _ + / - only, and starts with a letter or digit`;
  if (tag.includes("..") || tag.includes("//") || tag.endsWith("/") || tag.endsWith(".") || tag.endsWith(".lock"))
    return t`this is not a name that git accepts for a tag`;
  if (tag.length > 100) return t`the tag is longer than 100 characters`;
  return null;
}
