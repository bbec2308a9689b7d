import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface Issued {
  /** PEM file of the key, and of the certificate with what the server sends behind it. */
  readonly key: string;
  readonly chain: string;
}

export interface Wish {
  readonly names?: readonly string[];
  /** Days from now; negative ones are past. */
  readonly from?: number;
  readonly to?: number;
  /** Whether the intermediate certificate is sent too. */
  readonly whole?: boolean;
  readonly selfSigned?: boolean;
}

/** A CA of openssl's with an intermediate one below it. */
export async function makeAuthority(directory: string) {
  await mkdir(directory, { recursive: true });
  const at = (name: string) => join(directory, name);
  const openssl = (...args: readonly string[]) => run("openssl", args, { cwd: directory });
  const key = async (name: string) =>
    void (await openssl(
      "genpkey",
      "-algorithm",
      "EC",
      "-pkeyopt",
      "ec_paramgen_curve:P-256",
      "-out",
      at(`${name}.key`),
    ));
  await writeFile(
    at("ca.cnf"),
    `[ca]\ndefault_ca = d\n[d]\ndatabase = ${at("index.txt")}\nrand_serial = yes\nnew_certs_dir = ${directory}\ndefault_md = sha256\npolicy = p\nunique_subject = no\n[p]\ncommonName = supplied\n[req]\ndistinguished_name = n\n[n]\n`,
  );
  await writeFile(at("index.txt"), "");
  const authority =
    "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n";
  const sign = async (
    name: string,
    subject: string,
    extensions: string,
    by: string | null,
    from: number,
    to: number,
  ) => {
    await key(name);
    await openssl(
      "req",
      "-new",
      "-config",
      at("ca.cnf"),
      "-key",
      at(`${name}.key`),
      "-subj",
      `/CN=${subject}`,
      "-out",
      at(`${name}.csr`),
    );
    await writeFile(at(`${name}.ext`), extensions);
    const signer =
      by === null
        ? ["-selfsign", "-keyfile", at(`${name}.key`)]
        : ["-cert", at(`${by}.pem`), "-keyfile", at(`${by}.key`)];
    await openssl(
      "ca",
      "-batch",
      "-notext",
      "-config",
      at("ca.cnf"),
      ...signer,
      "-in",
      at(`${name}.csr`),
      "-extfile",
      at(`${name}.ext`),
      "-startdate",
      stamp(from),
      "-enddate",
      stamp(to),
      "-out",
      at(`${name}.pem`),
    );
  };
  await sign("root", "golive test root", authority, null, -1000, 3000);
  await sign("middle", "golive test intermediate", authority, "root", -900, 2000);
  const middle = await readFile(at("middle.pem"), "utf8");
  let count = 0;
  return {
    root: await readFile(at("root.pem"), "utf8"),
    async issue({
      names = ["clinic.example.org"],
      from = -10,
      to = 80,
      whole = true,
      selfSigned = false,
    }: Wish = {}): Promise<Issued> {
      const name = `leaf-${++count}`;
      await sign(
        name,
        names[0] ?? "",
        `subjectAltName=${names.map((one) => `DNS:${one}`).join(",")}\nextendedKeyUsage=serverAuth\n`,
        selfSigned ? null : "middle",
        from,
        to,
      );
      const chain = at(`${name}-chain.pem`);
      await writeFile(chain, `${await readFile(at(`${name}.pem`), "utf8")}${whole && !selfSigned ? middle : ""}`);
      return { key: at(`${name}.key`), chain };
    },
  };
}

function stamp(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().replaceAll(/[-:T]|\.\d+/g, "");
}
