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

/** With headers of the plan, which count before those of the site. */
export function withHeaders(asking: Asking, headers: Readonly<Record<string, string>>): Asking {
  const own = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { ...asking, headers: { ...asking.headers, ...own } };
}
