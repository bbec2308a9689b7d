import { connect, type PeerCertificate, type SecureVersion } from "node:tls";
import { t } from "../../../core/text/text.ts";
import { type Answer, probe } from "../../../hosts/requests/probe.ts";
import { hostAndPort } from "./addresses.ts";
import type { TlsCheck } from "./schema.ts";

/** What a connection showed. `trust`: why it is not trusted, or null. */
export interface Shown {
  readonly protocol: string;
  readonly trust: string | null;
  readonly certificate: PeerCertificate;
}

export interface Failed {
  readonly error: string;
  readonly code: string;
}

/** What one address showed. */
export interface TlsSight {
  readonly address: string;
  readonly shown: Shown | Failed;
  /** Whether a protocol older than the plan wants comes about; `null`: no answer to that. */
  readonly older: string | false | null;
  /** The answer over plain http, when it is asked. */
  readonly plain?: Answer;
}

const versions: readonly SecureVersion[] = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

export async function lookAtAddress(check: TlsCheck, name: string, address: string): Promise<TlsSight> {
  const oldest = versions.indexOf(check.protocol);
  const [shown, old, plain] = await Promise.all([
    shakeHands(check, name, address, { minVersion: check.protocol }),
    // The ciphers of those days are no longer on by default.
    shakeHands(check, name, address, {
      minVersion: "TLSv1",
      maxVersion: versions[oldest - 1] as SecureVersion,
      ciphers: "DEFAULT@SECLEVEL=0",
    }),
    check.redirect ? plainHttp(check, name, address) : null,
  ]);
  return { address, shown, older: olderOf(old), ...(plain === null ? {} : { plain }) };
}

function olderOf(old: Shown | Failed): TlsSight["older"] {
  if ("protocol" in old) return old.protocol;
  return old.code === "late" ? null : false;
}

function plainHttp({ httpPort, within }: TlsCheck, name: string, address: string): Promise<Answer> {
  return probe(`http://${name}${httpPort === 80 ? "" : `:${httpPort}`}/`, {
    address: `${hostAndPort(address).host}:${httpPort}`,
    timeoutSeconds: within,
  });
}

/** OpenSSL names its reason by a constant of its own. */
type HandshakeError = NodeJS.ErrnoException & { readonly reason?: string };

interface Protocols {
  readonly minVersion: SecureVersion;
  readonly maxVersion?: SecureVersion;
  readonly ciphers?: string;
}

function shakeHands(
  { ca, within }: TlsCheck,
  servername: string,
  address: string,
  protocols: Protocols,
): Promise<Shown | Failed> {
  const { host, port } = hostAndPort(address);
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const done = (handshake: Shown | Failed) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(handshake);
    };
    const failed = ({ reason, code }: HandshakeError) =>
      done({ error: reason ?? code ?? t`no connection`, code: code ?? "" });
    // The connection is made whatever is wrong, so that all of it is told; it is judged below, and nothing is ever sent over it.
    const socket = connect({
      host: host.replace(/^\[|\]$/g, ""),
      port: Number(port),
      servername,
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      ALPNProtocols: ["http/1.1"],
      ...(ca === undefined ? {} : { ca }),
      ...protocols,
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
