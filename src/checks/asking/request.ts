import { t } from "../../core/text/text.ts";
import { type Asking, asSite, withHeaders } from "../../hosts/requests/as-site.ts";
import type { CheckProblem } from "../define-check.ts";

/** What of a plan says how the service is asked. */
export interface Served {
  readonly site: { readonly url: string; readonly ca?: string | undefined };
  readonly health: { readonly url: string };
  readonly deploy: { readonly preset: string };
  readonly prepare?: { readonly trial?: { readonly start?: { readonly health: string } | undefined } | undefined };
}

/** A page, and how the plan wants it asked. */
export interface Asked {
  readonly url: string;
  readonly asSite?: boolean | undefined;
  readonly requestHeaders?: Readonly<Record<string, string>>;
}

/** Presets whose service answers by its site's name only, and sends who did not come by https there. */
const namesMatter: readonly string[] = ["django"];

/** Whether a page is asked by the site's name. */
export function isAskedAsSite({ site, health, deploy, prepare }: Served, { url, asSite: wanted }: Asked): boolean {
  const origin = new URL(url).origin;
  if (origin === new URL(site.url).origin) return false;
  if (wanted !== undefined) return wanted;
  const own = [health.url, prepare?.trial?.start?.health].flatMap((one) => (one === undefined ? [] : [new URL(one)]));
  return namesMatter.includes(deploy.preset) && own.some((one) => one.origin === origin);
}

/** The request that is really sent for a page of the plan. */
export function askingOf(plan: Served, asked: Asked): Asking {
  const plain = isAskedAsSite(plan, asked) ? asSite(asked.url, plan.site.url) : { url: asked.url, headers: {} };
  return withHeaders(plain, asked.requestHeaders ?? {});
}

const secretName = /^(proxy-)?authorization$|^cookie$|^x-golive-|api-?key|token|secret|passw/i;
const secretValue = /^(bearer|basic|token|apikey)\s+\S/i;
/** Those that decide where a request ends, so that another one would be asked than the plan says. */
const framing = /^(content-length|transfer-encoding|connection|upgrade|te|trailer|expect)$/i;

/** Headers that a request of the plan may not have. `mend`: how a key is named here. */
export function headerProblems({ requestHeaders = {} }: Pick<Asked, "requestHeaders">, mend: string): CheckProblem[] {
  const names = Object.keys(requestHeaders);
  return names.flatMap((name): CheckProblem[] => {
    const path = ["request-headers", name];
    if (names.filter((other) => other.toLowerCase() === name.toLowerCase()).length > 1)
      return [
        { code: "request-header-twice", path, what: t`the header ${name} is named twice`, mend: t`name it once` },
      ];
    if (framing.test(name))
      return [
        {
          code: "request-header-not-ours",
          path,
          what: t`the header ${name} belongs to whoever speaks HTTP, not to the plan`,
          mend: t`take it out`,
        },
      ];
    if (!secretName.test(name) && !secretValue.test(requestHeaders[name] ?? "")) return [];
    return [{ code: "request-header-secret", path, what: t`the header ${name} would hold a secret in the plan`, mend }];
  });
}

/** How a key is named where a host asks. */
export const keyUnderAuth = () => t`name the setting that holds it under \`auth:\`, with \`from:\``;
/** Where no host is there that could read one. */
export const noKeyHere = () => t`what visitors see needs no key; take it out`;
