import { readFile } from "node:fs/promises";
import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";
import { type GivenKey, givenKey } from "../keys/given-key.ts";

/** A key's file on the runner that ssh could not do anything with. */
export type IdentityFile = { readonly key: GivenKey } | { readonly problem: Problem };

/**
 * Looked at after a host refused it, not before: the file may be locked or hold the public half alone, and its key be in
 * an agent. The client itself says nothing but "Permission denied" of a file that is locked, or not there.
 */
export async function lookAtIdentity(path: string): Promise<IdentityFile> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null)
    return {
      problem: {
        code: "ssh-key-file",
        what: t`the private key's file on the runner is not there, or cannot be read`,
        where: path,
        mend: t`correct identity-file in the plan, or give the key as ssh-key`,
      },
    };
  const key = givenKey(text);
  if (key.kind === "key" && key.text.trimEnd() === text.trimEnd()) return { key };
  const mend = t`ssh-keygen -y -P "" -f ${path} has to print the public half there: put a private key of golive's own into \
the file, as ssh-keygen -t ed25519 -N "" writes it, or give the key as ssh-key`;
  if (key.kind === "unusable") return { problem: { ...key.problem, where: path, mend } };
  return {
    problem: {
      code: "ssh-key-form",
      what: t`the private key's file on the runner is not as ssh wants it: empty, or with other line ends or blanks`,
      where: path,
      mend,
    },
  };
}
