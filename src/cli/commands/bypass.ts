import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { bypassCookie, keptToken } from "../../load-balancer/bypass.ts";
import { hasWayPast } from "../../load-balancer/balancer.ts";
import { bypassHeader } from "../../hosts/requests/probe.ts";
import { atKeyboard, withReach } from "../at-keyboard.ts";
import type { Given, Output } from "../options.ts";

/** `golive bypass`: how a tester gets past the page that is up. Prints a secret, to the person at the keyboard only. */
export async function bypass(given: Given, { out }: Output): Promise<void> {
  const { context } = await atKeyboard(given, out);
  await withReach(context, async ({ site, loadBalancer, control }, reached) => {
    if (!hasWayPast(loadBalancer))
      throw new UserError({
        code: "plan-no-bypass",
        what: t`the plan names no way past the maintenance page`,
        where: "load-balancer",
        mend: t`add load-balancer.bypass (docs/maintenance.md)`,
      });
    const kept = await keptToken(reached.control, control.directory);
    if (kept === null)
      throw new UserError({
        code: "no-bypass-token",
        what: t`no page of golive is up, so there is no token`,
        where: control.host,
        mend: t`it is made when the page goes up; \`golive status\` says how the site stands`,
      });
    const secure = site.url.startsWith("https:") ? "; Secure" : "";
    out(t`The page of ${kept.release} lets this token through. It is a secret, and ends with the page.

In a browser, on the page itself, in the console of its tools (F12):
  document.cookie = "${bypassCookie}=${kept.token}; path=/; SameSite=Lax${secure}"; location.reload()

With curl:
  curl -H '${bypassHeader}: ${kept.token}' ${site.url}
`);
  });
}
