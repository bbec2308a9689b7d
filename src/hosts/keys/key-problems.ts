import type { Problem } from "../../core/errors.ts";
import { inWords, msg } from "../../core/text/text.ts";

const again = msg`put the private key into the secret: the whole file, from the line BEGIN to the line END`;
const anew = msg`make a key for golive alone (ssh-keygen -t ed25519 -N "" -f golive), put golive.pub into \
authorized_keys and the file golive into the secret`;
const unlocked = msg`take it off a copy (ssh-keygen -p -N "" -f COPY) and put that into the secret; or make a key \
for golive alone (ssh-keygen -t ed25519 -N "" -f golive) and put golive.pub into authorized_keys`;

/** What stands in place of a usable private key, and what to do. Each has a code of its own. */
const kinds = {
  passphrase: { code: "ssh-key-passphrase", what: msg`the private key is locked with a passphrase`, mend: unlocked },
  damaged: {
    code: "ssh-key-damaged",
    what: msg`the private key is not whole: a part of it is missing, or was changed`,
    mend: again,
  },
  several: {
    code: "ssh-key-several",
    what: msg`the secret holds more than one private key`,
    mend: msg`leave the one that the hosts let in; one key serves all hosts of a plan`,
  },
  dsa: {
    code: "ssh-key-dsa",
    what: msg`the private key is a DSA key, which OpenSSH does not use any more`,
    mend: anew,
  },
  fido: {
    code: "ssh-key-fido",
    what: msg`the private key works only with a security key that somebody touches (sk-…)`,
    mend: anew,
  },
  curve: {
    code: "ssh-key-kind",
    what: msg`the private key is of a kind that SSH does not know`,
    mend: anew,
  },
  ssh2: {
    code: "ssh-key-ssh2",
    what: msg`the private key is in the format of another SSH program (SSH2)`,
    mend: msg`convert it: ssh-keygen -i -f FILE; then put the result into the secret`,
  },
  putty: {
    code: "ssh-key-putty",
    what: msg`the private key is in PuTTY's format (.ppk)`,
    mend: msg`convert it: puttygen KEY.ppk -O private-openssh -o golive, or in PuTTYgen Conversions → Export \
OpenSSH key; without a passphrase`,
  },
  public: {
    code: "ssh-key-public",
    what: msg`the secret holds a public key; the private one is needed`,
    mend: msg`put the file without .pub into the secret; the public one belongs into authorized_keys on the hosts`,
  },
  certificate: {
    code: "ssh-key-certificate",
    what: msg`the secret holds a certificate of SSH without its private key`,
    mend: msg`put the private key into the secret; the certificate may stand on a line after it`,
  },
  tls: {
    code: "ssh-key-tls",
    what: msg`the secret holds a certificate of a web server, no SSH key`,
    mend: again,
  },
  pgp: { code: "ssh-key-pgp", what: msg`the secret holds a key of PGP (GPG), no SSH key`, mend: anew },
  age: { code: "ssh-key-age", what: msg`the secret holds a key of age, no SSH key`, mend: again },
  jwk: { code: "ssh-key-jwk", what: msg`the secret holds a JSON web key, no SSH key`, mend: anew },
  json: {
    code: "ssh-key-json",
    what: msg`the secret holds JSON, such as the key file of another service, no SSH key`,
    mend: again,
  },
  token: {
    code: "ssh-key-token",
    what: msg`the secret holds a token of GitHub, no SSH key`,
    mend: msg`put the private key there; take the token back at GitHub if others could see it`,
  },
  fingerprint: {
    code: "ssh-key-fingerprint",
    what: msg`the secret holds the fingerprint of a key, not the key`,
    mend: again,
  },
  path: {
    code: "ssh-key-path",
    what: msg`the secret holds the path of a file, not what is in it`,
    mend: msg`put the file's content there; a key file of the runner is named by identity-file in the plan`,
  },
  expression: {
    code: "ssh-key-expression",
    what: msg`ssh-key holds an expression of a workflow as text`,
    mend: msg`write it in the workflow's with:, without quotes of a shell around it`,
  },
  masked: {
    code: "ssh-key-masked",
    what: msg`ssh-key holds asterisks: somebody copied a masked value`,
    mend: again,
  },
  nothing: { code: "ssh-key-nothing", what: msg`the secret holds something else than a private SSH key`, mend: again },
} as const;

export type KeyProblemKind = keyof typeof kinds;

export function keyProblem(kind: KeyProblemKind): Problem {
  const found = kinds[kind];
  return { ...found, what: inWords(found.what), where: "ssh-key", mend: inWords(found.mend) };
}
