import { mkdir, readFile, writeFile } from "node:fs/promises";
import { get } from "node:https";
import { join } from "node:path";
import { freePorts } from "../processes/free-ports.ts";
import { type Program, startProgram } from "../processes/program.ts";
import { run } from "../processes/run.ts";
import { until } from "../processes/until.ts";

export interface Acme {
  /** For a client's --server. */
  readonly directoryUrl: string;
  /** PEM file with what signed the ACME server's own certificate; for REQUESTS_CA_BUNDLE. */
  readonly serverCa: string;
  /** PEM of the root that its certificates lead to. */
  readonly root: string;
}

export interface AcmeOptions {
  readonly directory: string;
  /** Port of loopback at which a name that is to be certified is asked over http. */
  readonly httpPort: number;
  /** Of the certificates it issues. */
  readonly validSeconds?: number;
  readonly started: (part: Program) => void;
}

/** Pebble, an ACME server, with a name server that sends every name to loopback. It validates as Let's Encrypt does. */
export async function startAcme({
  directory,
  httpPort,
  validSeconds = 90 * 86_400,
  started,
}: AcmeOptions): Promise<Acme> {
  await mkdir(directory, { recursive: true });
  const at = (name: string) => join(directory, name);
  const [listen = 0, management = 0, names = 0, tests = 0, tls = 0] = await freePorts(5);
  await run(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:P-256",
      "-nodes",
      "-days",
      "30",
      "-subj",
      "/CN=localhost",
      "-addext",
      "subjectAltName=DNS:localhost,IP:127.0.0.1",
      "-keyout",
      at("acme.key"),
      "-out",
      at("acme.pem"),
    ],
    { cwd: directory },
  );
  await writeFile(
    at("pebble.json"),
    JSON.stringify({
      pebble: {
        listenAddress: `127.0.0.1:${listen}`,
        managementListenAddress: `127.0.0.1:${management}`,
        certificate: at("acme.pem"),
        privateKey: at("acme.key"),
        httpPort,
        tlsPort: tls,
        ocspResponderURL: "",
        externalAccountBindingRequired: false,
        certificateValidityPeriod: validSeconds,
      },
    }),
  );
  started(
    startProgram({
      name: "names for pebble",
      file: "/usr/bin/pebble-challtestsrv",
      cwd: directory,
      log: at("names.log"),
      stopSignal: "SIGTERM",
      args: [
        "-defaultIPv4",
        "127.0.0.1",
        "-defaultIPv6",
        "",
        "-dns01",
        `127.0.0.1:${names}`,
        "-http01",
        "",
        "-https01",
        "",
        "-tlsalpn01",
        "",
        "-management",
        `127.0.0.1:${tests}`,
      ],
    }),
  );
  started(
    startProgram({
      name: "pebble",
      file: "/usr/bin/pebble",
      cwd: directory,
      log: at("pebble.log"),
      stopSignal: "SIGTERM",
      env: { PEBBLE_VA_NOSLEEP: "1", PEBBLE_WFE_NONCEREJECT: "0", PEBBLE_AUTHZREUSE: "0" },
      args: ["-config", at("pebble.json"), "-dnsserver", `127.0.0.1:${names}`],
    }),
  );
  const ca = await readFile(at("acme.pem"), "utf8");
  let root = "";
  await until(
    "Pebble is not ready",
    async () => (root = await fetched(`https://127.0.0.1:${management}/roots/0`, ca)) !== "",
  );
  return { directoryUrl: `https://127.0.0.1:${listen}/dir`, serverCa: at("acme.pem"), root };
}

function fetched(url: string, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { ca }, (answer) => {
      let text = "";
      answer
        .on("data", (part: Buffer) => (text += part.toString()))
        .on("end", () => resolve(text))
        .on("error", reject);
    }).on("error", reject);
  });
}

/** certbot's words for a certificate of a name, proved by files that a web server shows; all it keeps is in `home`. */
export function certbot(
  acme: Acme,
  home: string,
  webroot: string,
  name: string,
  more: readonly string[] = [],
): string[] {
  return [
    "env",
    `REQUESTS_CA_BUNDLE=${acme.serverCa}`,
    "certbot",
    "certonly",
    "--non-interactive",
    "--agree-tos",
    "--register-unsafely-without-email",
    "--quiet",
    "--server",
    acme.directoryUrl,
    "--config-dir",
    join(home, "config"),
    "--work-dir",
    join(home, "work"),
    "--logs-dir",
    join(home, "logs"),
    "--webroot",
    "--webroot-path",
    webroot,
    "--cert-name",
    name,
    "-d",
    name,
    "--force-renewal",
    ...more,
  ];
}
