import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { certbot, startAcme } from "./servers/acme.ts";
import type { MachineFacts } from "./facts.ts";
import type { Program } from "./processes/program.ts";
import { run } from "./processes/run.ts";

const name = "clinic.example.org";

/** A CA, and a certificate for nginx that is none of its: the launch has to renew it. */
export async function secure(
  directory: string,
  address: string,
  httpPort: number,
  started: (part: Program) => void,
): Promise<NonNullable<MachineFacts["secure"]>> {
  const home = join(directory, "tls");
  const at = (file: string) => join(home, file);
  await mkdir(at("webroot"), { recursive: true });
  await mkdir(at("shown"));
  const acme = await startAcme({ directory: at("acme"), httpPort, started });
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
      "2",
      "-subj",
      `/CN=${name}`,
      "-addext",
      `subjectAltName=DNS:${name}`,
      "-keyout",
      at("shown/key.pem"),
      "-out",
      at("shown/chain.pem"),
    ],
    { cwd: home },
  );
  // To where nginx reads it, and a reload; what a deploy hook of certbot does on a server.
  await writeFile(
    at("reload"),
    `#!/bin/sh\nset -e\ncp "${at("certbot/config/live")}/${name}/fullchain.pem" "${at("shown/chain.pem")}"\ncp "${at("certbot/config/live")}/${name}/privkey.pem" "${at("shown/key.pem")}"\nkill -HUP "$(cat "${join(directory, "nginx", "nginx.pid")}")"\n`,
    { mode: 0o755 },
  );
  return {
    name,
    address,
    root: acme.root,
    renew: certbot(acme, at("certbot"), at("webroot"), name),
    reload: [at("reload")],
    webroot: at("webroot"),
    chain: at("shown/chain.pem"),
    key: at("shown/key.pem"),
  };
}
