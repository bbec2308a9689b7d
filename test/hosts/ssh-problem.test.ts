import assert from "node:assert/strict";
import { test } from "node:test";
import { sshProblem } from "../../src/hosts/ssh/ssh-problem.ts";
import type { SshPlanHost } from "../../src/hosts/ssh/plan-host.ts";

const plan: SshPlanHost = {
  connect: "ssh",
  address: "app.example",
  port: 2222,
  user: "deploy",
  hostKey: ["ssh-ed25519 AAAA"],
};
const at = "deploy@app.example:2222";

const said: readonly [string, string, RegExp][] = [
  [
    "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\nHost key verification failed.",
    `${at} shows another host key than the plan's`,
    /change host-key in the plan/,
  ],
  [
    "No ED25519 host key is known for [app.example]:2222 and you have requested strict checking.\nHost key verification failed.",
    `${at} shows another host key than the plan's, of a kind that the plan has none of (ED25519)`,
    /host-key/,
  ],
  ["deploy@app.example: Permission denied (publickey).", `${at} does not accept the key`, /authorized_keys/],
  ['Load key "/tmp/k": error in libcrypto', "the private key cannot be read", /whole file/],
  ['Load key "/tmp/k": invalid format', "the private key cannot be read", /whole file/],
  ["ssh: Could not resolve hostname app.example: Name or service not known", `${at} has no address`, /DNS/],
  ["ssh: connect to host app.example port 2222: Connection refused", `${at} refuses the connection`, /its port/],
  ["ssh: connect to host app.example port 2222: Connection timed out", `${at} cannot be reached`, /firewall/],
  ["ssh: connect to host app.example port 2222: No route to host", `${at} cannot be reached`, /firewall/],
  ["ssh: connect to host app.example port 2222: Network is unreachable", `${at} cannot be reached`, /firewall/],
  ["Connection to app.example closed by remote host.", `the connection to ${at} broke`, /sshd's log/],
  [
    "kex_exchange_identification: read: Connection reset by peer",
    `the connection to ${at} was closed before sshd said anything`,
    /MaxStartups/,
  ],
  [
    "Unable to negotiate with 10.0.0.1 port 22: no matching host key type found. Their offer: ssh-rsa,ssh-dss",
    `${at} speaks only forms of SSH that are broken and refused here`,
    /update OpenSSH/,
  ],
  [
    "sign_and_send_pubkey: no mutual signature supported\ndeploy@app.example: Permission denied (publickey).",
    `${at} takes this RSA key only with SHA-1, which is broken and refused here`,
    /ed25519/,
  ],
  [
    "deploy@app.example: Permission denied (password).",
    `${at} asks for more than a key (password)`,
    /AuthenticationMethods/,
  ],
  [
    'Load key "/tmp/k": invalid format\ndeploy@app.example: Permission denied (publickey).',
    "the private key cannot be read",
    /whole file/,
  ],
  [
    "Warning: Identity file /k not accessible: No such file or directory.\ndeploy@app.example: Permission denied (publickey).",
    "the private key's file on the runner is not there, or cannot be read",
    /identity-file/,
  ],
  [
    "Received disconnect from 10.0.0.1 port 22:2: Too many authentication failures",
    `${at} ended the connection, as too many keys were offered`,
    /identity-file/,
  ],
  [
    "Connection timed out during banner exchange",
    `something answers at ${at} that is no SSH server, or does not begin to speak`,
    /sshd's port/,
  ],
  ["client_loop: send disconnect: Broken pipe", `the connection to ${at} broke`, /sshd's log/],
  ["", `the connection to ${at}, or the command on it, was ended from outside without a word`, /run the job again/],
  [" \n", `the connection to ${at}, or the command on it, was ended from outside without a word`, /run the job again/],
];

for (const [stderr, what, mend] of said) {
  test(`ssh says ${JSON.stringify(stderr.slice(0, 50))}`, () => {
    const problem = sshProblem(stderr, "app-1", plan);
    assert.deepEqual([problem?.what, problem?.where], [what, "app-1"]);
    assert.match(problem?.mend ?? "", mend);
  });
}

test("a remote program that itself ended with 255 is not the connection's fault", () => {
  assert.equal(sshProblem("pg_dump: some error of its own", "app-1", plan), null);
});
