import { checkServerIdentity, type PeerCertificate } from "node:tls";
import { figure } from "../../../core/text/figures.ts";
import { t } from "../../../core/text/text.ts";
import type { Told } from "../../../core/verdict.ts";
import type { Shown, TlsSight } from "./look.ts";
import type { TlsCheck } from "./schema.ts";

const day = 86_400;
const bad = (what: string): Told => ({ verdict: "fail", what });

/** What is wrong with a certificate, for the name of the check. */
export function certificateProblems(
  check: TlsCheck & { readonly name: string },
  { certificate, trust }: Pick<Shown, "certificate" | "trust">,
  now: number,
): readonly Told[] {
  const [from, to] = [Date.parse(certificate.valid_from), Date.parse(certificate.valid_to)];
  if (Number.isNaN(from) || Number.isNaN(to)) return [bad(t`the certificate names no lifetime`)];
  const stranger = checkServerIdentity(check.name, certificate) !== undefined;
  // Which of the two it is was said already.
  const said = (trust === "CERT_HAS_EXPIRED" && now > to) || (trust === "CERT_NOT_YET_VALID" && now < from);
  return [
    ...lifeProblem(check, certificate, now),
    ...(trust === null || said ? [] : [bad(trustText(trust, check.ca !== undefined))]),
    ...(stranger ? [bad(t`the certificate is not for ${check.name}`)] : []),
  ];
}

function lifeProblem({ leastDays = 0 }: TlsCheck, certificate: PeerCertificate, now: number): Told[] {
  const { left, renew, whole } = lifeOf(certificate, now);
  const [from, to] = [Date.parse(certificate.valid_from), Date.parse(certificate.valid_to)];
  if (now > to) return [bad(t`the certificate ended ${daysText(-left)} ago`)];
  if (now < from) return [bad(t`the certificate is good in ${daysText((from - now) / 1000)} only`)];
  if (left < 0.5 * renew) return [bad(t`${daysText(left)} left of ${daysText(whole)}: its renewal is long due`)];
  return left < leastDays * day ? [bad(t`${daysText(left)} left, and the plan wants ${leastDays}`)] : [];
}

function trustText(code: string, ownCa: boolean): string {
  switch (code) {
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
      return t`the certificate is signed by itself`;
    case "UNABLE_TO_VERIFY_LEAF_SIGNATURE":
    case "UNABLE_TO_GET_ISSUER_CERT":
    case "UNABLE_TO_GET_ISSUER_CERT_LOCALLY": {
      const otherwise = ownCa ? t`it is not of the plan's CA` : t`its CA is not known`;
      return t`the chain is not whole: an intermediate certificate is not sent, or ${otherwise}`;
    }
    case "SELF_SIGNED_CERT_IN_CHAIN":
      return ownCa ? t`the certificate is not of the plan's CA` : t`its CA is not known`;
    case "CERT_HAS_EXPIRED":
      return t`a certificate of the chain has ended`;
    default:
      return t`the certificate is not trusted (${code})`;
  }
}

/** Addresses that show one certificate each, where the plan wants one for all. */
export function differing({ oneCertificate }: TlsCheck, sights: readonly TlsSight[]): readonly Told[] {
  const prints = new Map<string, string[]>();
  for (const { address, shown } of sights) {
    if (!("certificate" in shown)) continue;
    const print = shown.certificate.fingerprint256;
    prints.set(print, [...(prints.get(print) ?? []), address]);
  }
  if (!oneCertificate || prints.size <= 1) return [];
  const all = [...prints].map(([print, at]) => t`${print.slice(0, 11)}… at ${at.join(", ")}`);
  return [bad(t`not the same certificate everywhere: ${all.join("; ")}`)];
}

/** How long the one that ends first has left; null when none was shown. */
export function lifeText(sights: readonly TlsSight[], now: number): string | null {
  const [life] = sights
    .flatMap(({ shown }) => ("certificate" in shown ? [lifeOf(shown.certificate, now)] : []))
    .toSorted((a, b) => a.left - b.left);
  if (life === undefined) return null;
  const due = life.left < 0.9 * life.renew ? t`⚠ a renewal is due: ` : "";
  return t`${due}${daysText(life.left)} left of ${daysText(life.whole)}`;
}

/** In seconds. `renew`: when it is usually renewed, as so much is left of it: a third of its life, half of a short one. */
function lifeOf(
  { valid_from, valid_to }: PeerCertificate,
  now: number,
): { readonly whole: number; readonly left: number; readonly renew: number } {
  const whole = (Date.parse(valid_to) - Date.parse(valid_from)) / 1000;
  return { whole, left: (Date.parse(valid_to) - now) / 1000, renew: whole < 10 * day ? whole / 2 : whole / 3 };
}

function daysText(seconds: number): string {
  return t`${figure(Number((seconds / day).toFixed(Math.abs(seconds) < 10 * day ? 1 : 0)))} {0:day|days|days}`;
}
