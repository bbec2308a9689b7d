import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { keyMasks, masksOf } from "../../src/hosts/keys/masks.ts";

const folder = mkdtempSync(join(tmpdir(), "golive-masks-"));
after(() => rmSync(folder, { recursive: true, force: true }));
execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(folder, "key")]);
const key = readFileSync(join(folder, "key"), "utf8");
const lines = key.split("\n").slice(1, -2);
const packed = (text: string) => Buffer.from(text).toString("base64");

/** A text after the runner has masked it. */
function masked(text: string, masks: readonly string[]): string {
  return masks.toSorted((a, b) => b.length - a.length).reduce((told, mask) => told.replaceAll(mask, "***"), text);
}

const shapes: Readonly<Record<string, string>> = {
  "as it is": key,
  "with line ends of Windows": key.replaceAll("\n", "\r\n"),
  "in one line": key.replaceAll("\n", "\\n"),
  "in base64": packed(key),
};

for (const [name, secret] of Object.entries(shapes))
  test(`a key that was given ${name} is masked whole, line by line and in base64`, () => {
    const masks = keyMasks(secret);
    for (const text of [secret, key, packed(secret), packed(key), ...lines, ...lines.map(packed)])
      assert.ok(masked(text, masks).length < 80, masked(text, masks));
    const said = "put the file from -----BEGIN OPENSSH PRIVATE KEY----- to its end there";
    assert.equal(masked(said, masks), said, "what every key begins with is no secret");
  });

test("what is short stands in any text, and is not masked", () => {
  assert.deepEqual(masksOf("25"), []);
  assert.deepEqual(masksOf(" \n "), []);
  assert.deepEqual(keyMasks(""), []);
  assert.deepEqual(masksOf("s3cret"), ["s3cret", packed("s3cret")]);
});
