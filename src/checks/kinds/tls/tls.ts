import { t } from "../../../core/text/text.ts";
import type { Judgement } from "../../../core/verdict.ts";
import { trustFor } from "../../../hosts/requests/probe.ts";
import type { CheckContext } from "../../context.ts";
import { defineCheck } from "../../define-check.ts";
import { nameOf, nameProblems } from "../../site-name.ts";
import { addressesOf } from "./addresses.ts";
import { certificateProblems, differing, lifeText } from "./certificate.ts";
import { judgeTls } from "./judge.ts";
import { lookAtAddress } from "./look.ts";
import { renewalOf } from "./renewal.ts";
import { type TlsCheck, tlsSchema } from "./schema.ts";

export const tls = defineCheck(tlsSchema, {
  cost: "look",
  title: (check) => t`The certificate${check.name === undefined ? "" : t` of ${check.name}`} is good`,
  hosts: (check) => [{ path: ["renewal", "host"], host: check.renewal?.host }],
  programs: ({ renewal }) => (renewal ? [{ host: renewal.host, programs: ["systemctl"] }] : []),
  problems: nameProblems,
  run: (check, context) => checkTls(check, context),
});

/** Of the site itself the plan says once whom to trust. */
function trusting(check: TlsCheck, plan: CheckContext["plan"]): TlsCheck {
  const { ca = trustFor(`https://${nameOf(check, plan)}`, { site: withoutPort(plan.site) }).ca } = check;
  return ca === undefined ? check : { ...check, ca };
}

function withoutPort({ url, ca }: CheckContext["plan"]["site"]) {
  return { url: `https://${new URL(url).hostname}`, ca };
}

/**
 * Asks every address for its certificate and its protocols, over plain http where that leads, and the host of the
 * renewal for its timer.
 */
export async function checkTls(asked: TlsCheck, { plan, hosts }: CheckContext, now = Date.now()): Promise<Judgement> {
  const check = trusting(asked, plan);
  const name = nameOf(check, plan);
  const [sights, renewal] = await Promise.all([
    Promise.all(addressesOf(check, plan).map((address) => lookAtAddress(check, name, address))),
    check.renewal === undefined ? null : renewalOf(hosts.get(check.renewal.host), check.renewal.timer),
  ]);
  return judgeTls({ ...check, name }, { sights, renewal, now, page: plan.loadBalancer });
}

/**
 * Whether every address shows a good certificate, whatever else is wrong there: `bad` is what a renewal or a reload may
 * mend, `unknown` when an address did not show it.
 */
export async function lookAtCertificate(
  asked: TlsCheck,
  { plan }: Pick<CheckContext, "plan" | "hosts">,
  now = Date.now(),
): Promise<{ readonly state: "good" | "bad" | "unknown"; readonly evidence: string }> {
  const check = trusting(asked, plan);
  const name = nameOf(check, plan);
  const bare = { ...check, name, redirect: false };
  const sights = await Promise.all(addressesOf(check, plan).map((address) => lookAtAddress(bare, name, address)));
  const unseen = sights.flatMap(({ address, shown }) => ("error" in shown ? [`${address}: ${shown.error}`] : []));
  if (unseen.length > 0) return { state: "unknown", evidence: unseen.join("; ") };
  const wrong = [
    ...sights.flatMap(({ address, shown }) =>
      "certificate" in shown ? certificateProblems(bare, shown, now).map(({ what }) => `${address}: ${what}`) : [],
    ),
    ...differing(check, sights).map(({ what }) => what),
  ];
  if (wrong.length > 0) return { state: "bad", evidence: wrong.join("; ") };
  return { state: "good", evidence: lifeText(sights, now) ?? t`no address was asked` };
}
