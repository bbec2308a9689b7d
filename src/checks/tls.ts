import { checkServerIdentity, connect, type PeerCertificate, type SecureVersion } from "node:tls";
import { command } from "../core/command.ts";
import { errorLine } from "../core/errors.ts";
import { figure } from "../core/text/figures.ts";
import { t } from "../core/text/text.ts";
import { type Judgement, together, type Told } from "../core/verdict.ts";
import type { Host } from "../hosts/host.ts";
import { type Answer, isPage, type PageMark, probe } from "../load-balancer/probe.ts";
import type { Plan } from "../plan/schema/schema.ts";
import type { CheckContext } from "./check.ts";
import type { TlsCheck } from "./tls-schema.ts";

type Handshake =
  | { readonly protocol: string; readonly trust: string | null; readonly certificate: PeerCertificate }
  | Failed;
interface Failed {
  readonly error: string;
  readonly code: string;
}

/** What one address showed. */
export interface TlsSight {
  readonly address: string;
  readonly shown: Handshake;
  /** Whether a protocol older than the plan wants comes about; `null`: no answer to that. */
  readonly older: string | false | null;
  /** The answer over plain http, when it is asked. */
  readonly plain?: Answer;
}

/**
 * Whether every address shows a good certificate, whatever else is wrong there: `bad` is what a renewal or a reload may
 * mend, `unknown` when an address did not show it.
 */
export async function lookAtCertificate(
  check: TlsCheck,
  { plan }: Pick<CheckContext, "plan" | "hosts">,
  now = Date.now(),
): Promise<{ readonly state: "good" | "bad" | "unknown"; readonly evidence: string }> {
  const name = nameOf(check, plan);
  const bare = { ...check, name, redirect: false };
  const sights = await Promise.all(addressesOf(check, plan).map((address) => look(bare, name, address)));
  const unseen = sights.flatMap(({ address, shown }) => ("error" in shown ? [`${address}: ${shown.error}`] : []));
  if (unseen.length > 0) return { state: "unknown", evidence: unseen.join("; ") };
  const wrong = [
    ...sights.flatMap((sight) =>
      "certificate" in sight.shown
        ? ofCertificate(bare, sight.shown, now).map(({ what }) => `${sight.address}: ${what}`)
        : [],
    ),
    ...differing(check, sights).map(({ what }) => what),
  ];
  if (wrong.length > 0) return { state: "bad", evidence: wrong.join("; ") };
  return { state: "good", evidence: lifeText(sights, now) ?? t`no address was asked` };
}

/** Asks every address for its certificate and its protocols, over plain http where that leads, and the host of the renewal for its timer. */
export async function checkTls(check: TlsCheck, { plan, hosts }: CheckContext, now = Date.now()): Promise<Judgement> {
  const name = nameOf(check, plan);
  const [sights, renewal] = await Promise.all([
    Promise.all(addressesOf(check, plan).map((address) => look(check, name, address))),
    check.renewal === undefined ? null : renewalOf(hosts.get(check.renewal.host), check.renewal.timer),
  ]);
  return judgeTls({ ...check, name }, sights, renewal, now, plan.loadBalancer);
}

export function nameOf({ name }: { readonly name?: string | undefined }, { site }: Plan): string {
  return name ?? new URL(site.url).hostname;
}

/** A port that the plan gives for plain http is not one for TLS. */
function addressesOf({ addresses, name }: TlsCheck, { site, loadBalancer: balancer }: Plan): readonly string[] {
  const url = new URL(site.url);
  const secure = url.protocol === "https:";
  const all =
    addresses ??
    (balancer.addresses.length === 0
      ? [name ?? url.hostname]
      : balancer.addresses.map((address) => (secure ? address : hostAndPort(address).host)));
  const port = secure && url.port !== "" ? url.port : "443";
  return all.map((address) => (hostAndPort(address).port === "" ? `${address}:${port}` : address));
}

function hostAndPort(address: string): { readonly host: string; readonly port: string } {
  const [, host = "", port = ""] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(address) ?? [];
  return { host, port };
}

const versions: readonly SecureVersion[] = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

async function look(check: TlsCheck, name: string, address: string): Promise<TlsSight> {
  const oldest = versions.indexOf(check.protocol);
  const [shown, old, plain] = await Promise.all([
    shakeHands(check, name, address, { minVersion: check.protocol }),
    // The ciphers of those days are no longer on by default.
    shakeHands(check, name, address, {
      minVersion: "TLSv1",
      maxVersion: versions[oldest - 1] as SecureVersion,
      ciphers: "DEFAULT@SECLEVEL=0",
    }),
    check.redirect
      ? probe(`http://${name}${check.httpPort === 80 ? "" : `:${check.httpPort}`}/`, {
          address: `${hostAndPort(address).host}:${check.httpPort}`,
          timeoutSeconds: check.within,
        })
      : null,
  ]);
  const older = "protocol" in old ? old.protocol : old.code === "late" ? null : false;
  return { address, shown, older, ...(plain === null ? {} : { plain }) };
}

/** OpenSSL names its reason by a constant of its own. */
type HandshakeError = NodeJS.ErrnoException & { readonly reason?: string };

function reasonOf({ reason, code }: HandshakeError): string {
  return reason ?? code ?? t`no connection`;
}

function shakeHands(
  { ca, within }: TlsCheck,
  servername: string,
  address: string,
  protocol: { readonly minVersion: SecureVersion; readonly maxVersion?: SecureVersion; readonly ciphers?: string },
): Promise<Handshake> {
  const { host, port } = hostAndPort(address);
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const done = (handshake: Handshake) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(handshake);
    };
    const failed = (error: HandshakeError) => done({ error: reasonOf(error), code: error.code ?? "" });
    // The connection is made whatever is wrong, so that all of it is told; it is judged below, and nothing is ever sent over it.
    const socket = connect({
      host: host.replace(/^\[|\]$/g, ""),
      port: Number(port),
      servername,
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      ALPNProtocols: ["http/1.1"],
      ...(ca === undefined ? {} : { ca }),
      ...protocol,
    });
    timer = setTimeout(() => done({ error: t`no answer within ${within} s`, code: "late" }), within * 1000);
    socket.once("secureConnect", () => {
      const trust = socket.authorized ? null : String(socket.authorizationError ?? "not trusted");
      done({ protocol: socket.getProtocol() ?? "", trust, certificate: socket.getPeerCertificate(false) });
    });
    socket.once("error", failed);
    socket.once("close", () => failed(Object.assign(new Error(t`the connection broke`), { code: "ECONNRESET" })));
  });
}

const bad = (what: string): Told => ({ verdict: "fail", what });
const unknown = (what: string): Told => ({ verdict: "error", what });

export type Renewal = { readonly timer: string; readonly problem: Told | null } | null;

/** `check` with its name written out. What only warns, a renewal that is due, is said in the evidence of a pass. */
export function judgeTls(
  check: TlsCheck & { readonly name: string },
  sights: readonly TlsSight[],
  renewal: Renewal,
  now: number,
  page: PageMark,
): Judgement {
  const told = sights.flatMap((sight) =>
    [...ofHandshake(check, sight, now), ...ofRedirect(sight, page)].map(({ verdict, what }) => ({
      verdict,
      what: `${sight.address}: ${what}`,
    })),
  );
  const all: Told[] = [...told, ...differing(check, sights), ...(renewal?.problem ? [renewal.problem] : [])];
  if (all.length > 0) return together(all);
  const life = lifeText(sights, now);
  if (life === null) return { verdict: "inconclusive", evidence: t`no address was asked` };
  const protocols = [
    ...new Set(sights.flatMap(({ shown }) => ("protocol" in shown ? [shown.protocol] : []))),
  ].toSorted();
  return {
    verdict: "pass",
    evidence: [
      life,
      t`${sights.length} address${sights.length === 1 ? "" : "es"}, ${protocols.join(t` and `)}`,
      ...(check.redirect ? [t`http leads to https`] : []),
      ...(renewal === null ? [] : [t`${renewal.timer} is active`]),
    ].join("; "),
  };
}

function differing(check: TlsCheck, sights: readonly TlsSight[]): readonly Told[] {
  const prints = new Map<string, string[]>();
  for (const { address, shown } of sights)
    if ("certificate" in shown)
      prints.set(shown.certificate.fingerprint256, [...(prints.get(shown.certificate.fingerprint256) ?? []), address]);
  return check.oneCertificate && prints.size > 1
    ? [
        bad(
          t`not the same certificate everywhere: ${[...prints].map(([print, at]) => t`${print.slice(0, 11)}… at ${at.join(", ")}`).join("; ")}`,
        ),
      ]
    : [];
}

/** How long the one that ends first has left; null when none was shown. */
function lifeText(sights: readonly TlsSight[], now: number): string | null {
  const [life] = sights
    .flatMap(({ shown }) => ("certificate" in shown ? [lifeOf(shown.certificate, now)] : []))
    .toSorted((a, b) => a.left - b.left);
  if (life === undefined) return null;
  return t`${life.left < 0.9 * life.renew ? t`⚠ a renewal is due: ` : ""}${daysText(life.left)} left of ${daysText(life.whole)}`;
}

const day = 86_400;

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

function ofHandshake(
  check: TlsCheck & { readonly name: string },
  { shown, older }: TlsSight,
  now: number,
): readonly Told[] {
  if ("error" in shown) {
    if (shown.code === "late" || shown.code === "ENOTFOUND" || shown.code === "EAI_AGAIN")
      return [unknown(shown.code === "late" ? shown.error : t`the name has no address`)];
    if (shown.code === "ECONNREFUSED") return [bad(t`connection refused`)];
    return [
      bad(
        older
          ? t`speaks ${older} only, older than ${check.protocol}`
          : t`no TLS connection comes about (${shown.code === "" ? shown.error : shown.code})`,
      ),
    ];
  }
  const told = [...ofCertificate(check, shown, now)];
  if (older === null)
    told.push({
      verdict: "inconclusive",
      what: t`whether it still takes less than ${check.protocol} is not known: no answer`,
    });
  else if (older !== false) told.push(bad(t`still takes ${older}, older than ${check.protocol}`));
  return told;
}

function ofCertificate(
  check: TlsCheck & { readonly name: string },
  { certificate, trust }: Exclude<Handshake, Failed>,
  now: number,
): readonly Told[] {
  const stranger = checkServerIdentity(check.name, certificate) !== undefined;
  const { left, renew, whole } = lifeOf(certificate, now);
  const [from, to] = [Date.parse(certificate.valid_from), Date.parse(certificate.valid_to)];
  const told: Told[] = [];
  if (Number.isNaN(from) || Number.isNaN(to)) return [bad(t`the certificate names no lifetime`)];
  if (now > to) told.push(bad(t`the certificate ended ${daysText(-left)} ago`));
  else if (now < from) told.push(bad(t`the certificate is good in ${daysText((from - now) / 1000)} only`));
  else if (left < 0.5 * renew) told.push(bad(t`${daysText(left)} left of ${daysText(whole)}: its renewal is long due`));
  else if (left < (check.leastDays ?? 0) * day)
    told.push(bad(t`${daysText(left)} left, and the plan wants ${check.leastDays}`));
  // Which of the two it is was said already.
  if (trust !== null && !((trust === "CERT_HAS_EXPIRED" && now > to) || (trust === "CERT_NOT_YET_VALID" && now < from)))
    told.push(bad(trustText(trust, check.ca !== undefined)));
  if (stranger) told.push(bad(t`the certificate is not for ${check.name}`));
  return told;
}

function trustText(code: string, ownCa: boolean): string {
  switch (code) {
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
      return t`the certificate is signed by itself`;
    case "UNABLE_TO_VERIFY_LEAF_SIGNATURE":
    case "UNABLE_TO_GET_ISSUER_CERT":
    case "UNABLE_TO_GET_ISSUER_CERT_LOCALLY":
      return t`the chain is not whole: an intermediate certificate is not sent, or ${ownCa ? t`it is not of the plan's CA` : t`its CA is not known`}`;
    case "SELF_SIGNED_CERT_IN_CHAIN":
      return ownCa ? t`the certificate is not of the plan's CA` : t`its CA is not known`;
    case "CERT_HAS_EXPIRED":
      return t`a certificate of the chain has ended`;
    default:
      return t`the certificate is not trusted (${code})`;
  }
}

function ofRedirect({ plain }: TlsSight, page: PageMark): readonly Told[] {
  if (plain === undefined) return [];
  if (plain.status === 0)
    return [
      /^no (whole )?answer/.test(plain.error ?? "")
        ? unknown(`http: ${plain.error}`)
        : bad(t`http: no answer (${plain.error})`),
    ];
  if (isPage(plain, page))
    return [{ verdict: "inconclusive", what: t`http shows the maintenance page, so where it leads is not known` }];
  if (![301, 302, 303, 307, 308].includes(plain.status))
    return [bad(t`http answers ${plain.status} and does not lead to https`)];
  return /^https:\/\//i.test(plain.headers.location ?? "") ? [] : [bad(t`http leads elsewhere than to https`)];
}

/** Whether a timer of systemd is active and has a next run, and its last run was good. */
export async function renewalOf(host: Host, timer: string): Promise<Renewal> {
  const show = (properties: string, unit: string) =>
    host.attempt(command("systemctl", ["show", `--property=${properties}`, "--", unit], { timeoutSeconds: 30 }));
  try {
    const shown = await show("LoadState,ActiveState,NextElapseUSecRealtime,NextElapseUSecMonotonic,Unit", timer);
    const service = /^Unit=(.+)$/m.exec(shown.stdout)?.[1];
    return {
      timer,
      problem: renewalProblem(
        timer,
        host.name,
        shown.stdout,
        service === undefined ? "" : (await show("Result", service)).stdout,
      ),
    };
  } catch (error) {
    return { timer, problem: unknown(t`${timer} cannot be asked for: ${errorLine(error)}`) };
  }
}

function renewalProblem(timer: string, host: string, shown: string, service: string): Told | null {
  const of = (name: string) => new RegExp(`^${name}=(.*)$`, "m").exec(shown)?.[1];
  if (of("LoadState") === undefined) return unknown(t`systemd on ${host} does not say how ${timer} is`);
  if (of("LoadState") !== "loaded") return bad(t`there is no ${timer} on ${host}`);
  if (of("ActiveState") !== "active") return bad(t`${timer} on ${host} is ${of("ActiveState")}`);
  const next = [of("NextElapseUSecRealtime"), of("NextElapseUSecMonotonic")].some(
    (time) => time !== undefined && !["", "0", "infinity", "n/a"].includes(time),
  );
  if (!next) return bad(t`${timer} on ${host} has no next run`);
  const result = /^Result=(.*)$/m.exec(service)?.[1];
  if (result === undefined) return unknown(t`systemd on ${host} does not say how the last run of ${timer} went`);
  return result === "success" ? null : bad(t`the last run of ${timer} on ${host} failed (${result})`);
}
