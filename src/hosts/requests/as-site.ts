/** A request to an address, as it is really sent. */
export interface Asking {
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** HOST:PORT to connect to instead of where the URL's name leads. */
  readonly address?: string;
}

/**
 * A service is asked at an address of its own as a balancer asks it for the site's visitors: by the site's name, and
 * with the word that they came by its protocol. Where the address is https itself, TLS is spoken with that name as well.
 */
export function asSite(url: string, siteUrl: string): Asking {
  const site = new URL(siteUrl);
  const at = new URL(url);
  const headers = { host: site.host, "x-forwarded-proto": site.protocol.slice(0, -1) };
  if (at.protocol !== "https:") return { url, headers };
  const port = at.port === "" ? "443" : at.port;
  return {
    url: `https://${site.hostname}:${port}${at.pathname}${at.search}`,
    headers,
    address: `${at.hostname}:${port}`,
  };
}

/** Whether an address leads to the site itself, by its name and port. */
export function isOfSite(url: string, { site }: { readonly site: { readonly url: string } }): boolean {
  return new URL(url).host === new URL(site.url).host;
}

/** With headers of the plan, which count before those of the site. */
export function withHeaders(asking: Asking, headers: Readonly<Record<string, string>>): Asking {
  return { ...asking, headers: { ...asking.headers, ...lowered(headers) } };
}

/** The plan may name a header in its own spelling; each goes once. */
export function lowered(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
