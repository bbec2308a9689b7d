import { run } from "../processes/run.ts";

export interface SelfSigned {
  /** Where to. */
  readonly key: string;
  readonly certificate: string;
  /** The common name. */
  readonly name: string;
  /** As in subjectAltName. */
  readonly names: readonly string[];
  readonly days: number;
}

/** A certificate that nobody but itself vouches for, with its key. */
export async function selfSigned({ key, certificate, name, names, days }: SelfSigned): Promise<void> {
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const subject = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=${names.join(",")}`];
  const into = ["-keyout", key, "-out", certificate];
  await run("openssl", ["req", ...kind, "-days", String(days), ...subject, ...into]);
}
