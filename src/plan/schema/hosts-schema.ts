import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { hostKeys } from "./host-keys.ts";
import { hostName, path, text, userName } from "./fields.ts";

const sshHost = z.strictObject({
  connect: z.literal("ssh"),
  address: text("Name or address that the runner connects to."),
  port: z.int().min(1).max(65535).default(22),
  user: userName.describe("The user that the commands run as."),
  "host-key": hostKeys(
    msg`must be public host keys such as "ssh-ed25519 AAAA..." (ssh-keyscan HOST, compared with the one on the host)`,
    "Public key or keys of the host, as ssh-keyscan or its .pub file has them; a connection to a host that shows another one is refused.",
  ),
  "identity-file": path("Private key on the runner, when the key does not come as the input ssh-key.").optional(),
});

const localHost = z.strictObject({
  connect: z.literal("local").describe("The runner itself is the host (a self-hosted runner on the server)."),
});

/** A machine of the plan. */
export const planHost = z.discriminatedUnion("connect", [localHost, sshHost]);

/** The machines, by name. */
export const hostsSchema = z.record(hostName, planHost).describe("The machines, by name.");
