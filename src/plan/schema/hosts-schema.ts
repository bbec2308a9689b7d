import { z } from "zod";
import { msg } from "../../core/text/text.ts";
import { hostName, path, text, userName } from "./fields.ts";

const hostKey = /^(ssh-ed25519|ecdsa-sha2-nistp(256|384|521)|ssh-rsa) [A-Za-z0-9+/=]+$/;

/** Keys as a .pub file has them, with a comment behind, or as ssh-keyscan prints them, with the host before and notes between. */
function keysIn(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const words = line.split(/\s+/);
      // What stands before the kind is a host's name; a mark such as @cert-authority makes it another thing than a key.
      const at = words.findIndex((word) => hostKey.test(`${word} A`));
      return at === -1 || at > 1 || line.startsWith("@") ? line : words.slice(at, at + 2).join(" ");
    });
}

const sshHost = z.strictObject({
  connect: z.literal("ssh"),
  address: text("Name or address that the runner connects to."),
  port: z.int().min(1).max(65535).default(22),
  user: userName.describe("The user that the commands run as."),
  "host-key": z
    .union([z.string(), z.array(z.string()).min(1)])
    .transform((keys) => (typeof keys === "string" ? [keys] : keys).flatMap(keysIn))
    .refine(
      (keys) => keys.length > 0 && keys.every((key) => hostKey.test(key)),
      msg`must be public host keys such as "ssh-ed25519 AAAA..." (ssh-keyscan HOST, compared with the one on the host)`,
    )
    .describe(
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
