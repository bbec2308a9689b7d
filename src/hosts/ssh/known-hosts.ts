/** What marks a key of the plan as that of an authority, which signs the keys of hosts. */
const authority = "@cert-authority";

/** A line of known_hosts for a key of a plan. An authority's key stays marked as one. */
export function knownHostLine(address: string, port: number, key: string): string {
  const spelled = port === 22 ? address : `[${address}]:${port}`;
  return key.startsWith(`${authority} `)
    ? `${authority} ${spelled} ${key.slice(authority.length + 1)}\n`
    : `${spelled} ${key}\n`;
}

export function isAuthority(key: string): boolean {
  return key.startsWith(`${authority} `);
}
