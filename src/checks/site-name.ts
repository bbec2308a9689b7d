import { isIP } from "node:net";
import { t } from "../core/text/text.ts";
import type { CheckedPlan } from "./context.ts";
import type { CheckProblem } from "./define-check.ts";

interface Named {
  readonly name?: string | undefined;
}

/** The name that is asked for: the check's, or else the site's. */
export function nameOf({ name }: Named, { site }: Pick<CheckedPlan, "site">): string {
  return name ?? new URL(site.url).hostname;
}

/** A site may be reached by an address alone, and then there is no name. */
export function nameProblems({ name }: Named, { site }: Pick<CheckedPlan, "site">): CheckProblem[] {
  const { hostname } = new URL(site.url);
  const named = hostname !== "localhost" && isIP(hostname.replace(/^\[|\]$/g, "")) === 0;
  if (name !== undefined || named) return [];
  return [
    {
      code: "site-without-a-name",
      path: [],
      what: t`site.url has no name that could be asked for`,
      mend: t`add name: with the site's name`,
    },
  ];
}
