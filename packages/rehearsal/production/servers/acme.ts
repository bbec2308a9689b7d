import { mkdir, readFile, writeFile } from "node:fs/promises";
import { get } from "node:https";
import { join } from "node:path";
import { freePorts } from "../processes/free-ports.ts";
import { type Program, startProgram } from "../processes/program.ts";
import { pollUntil } from "../processes/poll-until.ts";
import { selfSigned } from "./self-signed.ts";

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
export async function startAcme(options: AcmeOptions): Promise<Acme> {
  const { directory, started } = options;
  await mkdir(directory, { recursive: true });
  const certificate = join(directory, "acme.pem");
  const key = join(directory, "acme.key");
  const [listen = 0, management = 0, names = 0, tests = 0, tls = 0] = await freePorts(5);
  await selfSigned({ key, certificate, name: "localhost", names: ["DNS:localhost", "IP:127.0.0.1"], days: 30 });
  const configuration = pebbleConfiguration(options, { listen, management, tls, certificate, key });
  await writeFile(join(directory, "pebble.json"), JSON.stringify(configuration));
  started(startNames(directory, names, tests));
  started(startPebble(directory, names));
  const ca = await readFile(certificate, "utf8");
  let root = "";
  const look = async (): Promise<boolean> => {
    root = await fetched(`https://127.0.0.1:${management}/roots/0`, ca);
    return root !== "";
  };
  await pollUntil(look, { what: "Pebble is not ready" });
  return { directoryUrl: `https://127.0.0.1:${listen}/dir`, serverCa: certificate, root };
}

interface PebblePlaces {
  readonly listen: number;
  readonly management: number;
  readonly tls: number;
  readonly certificate: string;
  readonly key: string;
}

function pebbleConfiguration({ httpPort, validSeconds = 90 * 86_400 }: AcmeOptions, places: PebblePlaces): object {
  return {
    pebble: {
      listenAddress: `127.0.0.1:${places.listen}`,
      managementListenAddress: `127.0.0.1:${places.management}`,
      certificate: places.certificate,
      privateKey: places.key,
      httpPort,
      tlsPort: places.tls,
      ocspResponderURL: "",
      externalAccountBindingRequired: false,
      certificateValidityPeriod: validSeconds,
    },
  };
}

function startNames(directory: string, names: number, tests: number): Program {
  const off = ["-http01", "", "-https01", "", "-tlsalpn01", ""];
  return startProgram({
    name: "names for pebble",
    file: "/usr/bin/pebble-challtestsrv",
    cwd: directory,
    log: join(directory, "names.log"),
    stopSignal: "SIGTERM",
    args: [
      ...["-defaultIPv4", "127.0.0.1", "-defaultIPv6", "", "-dns01", `127.0.0.1:${names}`],
      ...off,
      ...["-management", `127.0.0.1:${tests}`],
    ],
  });
}

function startPebble(directory: string, names: number): Program {
  return startProgram({
    name: "pebble",
    file: "/usr/bin/pebble",
    cwd: directory,
    log: join(directory, "pebble.log"),
    stopSignal: "SIGTERM",
    env: { PEBBLE_VA_NOSLEEP: "1", PEBBLE_WFE_NONCEREJECT: "0", PEBBLE_AUTHZREUSE: "0" },
    args: ["-config", join(directory, "pebble.json"), "-dnsserver", `127.0.0.1:${names}`],
  });
}

function fetched(url: string, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { ca }, (answer) => {
      let text = "";
      answer
        .on("data", (part: Buffer) => {
          text += part.toString();
        })
        .on("end", () => resolve(text))
        .on("error", reject);
    }).on("error", reject);
  });
}

export interface Certbot {
  readonly acme: Acme;
  /** For all that it keeps. */
  readonly home: string;
  /** What a web server shows. */
  readonly webroot: string;
  readonly name: string;
  readonly more?: readonly string[];
}

/** certbot's words for a certificate of a name, proved by files that a web server shows. */
export function certbot({ acme, home, webroot, name, more = [] }: Certbot): string[] {
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
