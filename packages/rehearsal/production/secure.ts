import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { certbot, startAcme } from "./servers/acme.ts";
import type { MachineFacts } from "./facts.ts";
import type { Program } from "./processes/program.ts";
import { selfSigned } from "./servers/self-signed.ts";

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
  await selfSigned({
    key: at("shown/key.pem"),
    certificate: at("shown/chain.pem"),
    name,
    names: [`DNS:${name}`],
    days: 2,
  });
  // To where nginx reads it, and a reload; what a deploy hook of certbot does on a server.
  const renewed = join(at("certbot/config/live"), name);
  const reload = [
    "#!/bin/sh",
    "set -e",
    `cp "${renewed}/fullchain.pem" "${at("shown/chain.pem")}"`,
    `cp "${renewed}/privkey.pem" "${at("shown/key.pem")}"`,
    `kill -HUP "$(cat "${join(directory, "nginx", "nginx.pid")}")"`,
    "",
  ];
  await writeFile(at("reload"), reload.join("\n"), { mode: 0o755 });
  return {
    name,
    address,
    root: acme.root,
    renew: certbot({ acme, home: at("certbot"), webroot: at("webroot"), name }),
    reload: [at("reload")],
    webroot: at("webroot"),
    chain: at("shown/chain.pem"),
    key: at("shown/key.pem"),
  };
}
