import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { t } from "../../core/text/text.ts";
import { isOfSite, lowered } from "./as-site.ts";

/** What a visitor would get. `status` 0: no answer, `error` says why. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly error?: string;
  /** It was waited for, and did not come in time. */
  readonly late?: boolean;
  readonly seconds: number;
}

export interface ProbeOptions {
  /** HOST or HOST:PORT to connect to instead of where the URL's name leads. */
  readonly address?: string | undefined;
  readonly timeoutSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Certificates in PEM; no other CA is trusted then. */
  readonly ca?: string | undefined;
}

/** Whom to trust for a page of the site, and of no other. */
export function trustFor(
  url: string,
  { site }: { readonly site: { readonly url: string; readonly ca?: string | undefined } },
): Pick<ProbeOptions, "ca"> {
  return site.ca !== undefined && isOfSite(url, { site }) ? { ca: site.ca } : {};
}

/** Carries the token that leads past the page. */
export const bypassHeader = "X-Golive-Bypass";

/** How the page is told from every other answer. */
export interface PageMark {
  /** Of the balancer that shows it. */
  readonly kind?: string;
  readonly header?: string | undefined;
  readonly pageText?: string | undefined;
}

/** The maintenance page is a 503 with golive's own header, or the plan's text. */
export function isPage(
  { status, headers, body }: Pick<Answer, "status" | "headers" | "body">,
  { header, pageText: text }: PageMark,
): boolean {
  if (status !== 503) return false;
  if (text !== undefined) return body.includes(text);
  return header !== undefined && headers[header.toLowerCase()] !== undefined;
}

/** One GET on a connection of its own, following nothing. Never throws. Reads at most 1 MiB of the body. */
export function probe(
  url: string,
  { address, timeoutSeconds = 5, headers = {}, ca }: ProbeOptions = {},
): Promise<Answer> {
  const target = new URL(url);
  const secure = target.protocol === "https:";
  const pinned = address === undefined ? null : new URL(`${target.protocol}//${address}`);
  const started = Date.now();
  return new Promise((resolve) => {
    const done = (answer: Omit<Answer, "seconds">) => resolve({ ...answer, seconds: (Date.now() - started) / 1000 });
    const failed = (error: Error) => {
      const { code, late } = error as NodeJS.ErrnoException & { readonly late?: boolean };
      done({ status: 0, headers: {}, body: "", error: code ?? t`no connection`, ...(late ? { late } : {}) });
    };
    const sent = (secure ? httpsRequest : httpRequest)(
      {
        host: (pinned ?? target).hostname.replace(/^\[|\]$/g, ""),
        port: pinned?.port || target.port || (secure ? 443 : 80),
        path: `${target.pathname}${target.search}`,
        headers: { host: target.host, "user-agent": "golive", "cache-control": "no-cache", ...lowered(headers) },
        servername: secure ? target.hostname : undefined,
        ...(ca === undefined ? {} : { ca }),
        agent: false,
        timeout: timeoutSeconds * 1000,
      },
      (answer) => {
        let body = "";
        answer.setEncoding("utf8");
        answer.on("data", (chunk: string) => {
          if (body.length < 1 << 20) body += chunk;
        });
        answer.on("end", () => done({ status: answer.statusCode ?? 0, headers: flat(answer.headers), body }));
        answer.on("error", failed);
      },
    );
    const tooLate = (code: string) => sent.destroy(Object.assign(new Error(t`timed out`), { code, late: true }));
    sent.on("timeout", () => tooLate(t`no answer within ${timeoutSeconds} s`));
    sent.on("error", failed);
    // A server that trickles its answer is caught by this one.
    setTimeout(() => tooLate(t`no whole answer within ${timeoutSeconds * 2} s`), timeoutSeconds * 2000).unref();
    sent.end();
  });
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]),
  );
}
