import { script } from "../../core/command.ts";
import { t } from "../../core/text/text.ts";
import type { Host } from "../../hosts/host.ts";
import type { Refused } from "./refusal.ts";
import type { Rfc2136 } from "./schema.ts";
import { keyLook } from "./scripts.ts";

/** Why the key cannot be used, or null: it has to be there, readable by its user and by nobody else. */
export async function keyProblem(host: Host, { keyFile: key, runAs: user }: Rfc2136): Promise<Refused | null> {
  const asUser = user === undefined ? {} : { user };
  const { code } = await host.attempt(script(keyLook, [key], { timeoutSeconds: 30, ...asUser }));
  const who = user ?? t`the user of the connection`;
  switch (code) {
    case 0:
      return null;
    case 3:
      return {
        code: "dns-key-missing",
        what: t`there is no key ${key}, or ${who} may not see it`,
        mend: t`put it there (docs/dns.md)`,
      };
    case 5:
      return {
        code: "dns-key-open",
        what: t`everybody on this host may read the key ${key}`,
        mend: `chmod o= ${key}`,
      };
    default:
      return {
        code: "dns-key-denied",
        what: t`${who} may not read the key ${key}`,
        mend: t`give it to that user, or name one in run-as (docs/hosts.md has the lines for sudo)`,
      };
  }
}
