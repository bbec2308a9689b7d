import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { localHost } from "../../src/hosts/local.ts";
import { heldUnits } from "../../src/services/hold.ts";

test("what is kept stopped is found by the unit's own name and by the name in the plan", async (t) => {
  const directory = mkdtempSync(join(tmpdir(), "golive-hold-"));
  t.after(() => rmSync(directory, { recursive: true, force: true }));
  const bin = join(directory, "bin");
  const held = join(directory, "held");
  for (const folder of [bin, held]) mkdirSync(folder);
  // `web` is an alias of web-api.service; of `other` this systemd knows nothing.
  const knows = "for u; do :; done; case $u in web) echo web-api.service ;; bot) echo bot.service ;; *) exit 1 ;; esac";
  writeFileSync(join(bin, "systemctl"), `#!/bin/sh\n${knows}\n`, { mode: 0o755 });
  const path = process.env.PATH;
  process.env.PATH = `${bin}:${path}`;
  t.after(() => void (process.env.PATH = path));
  const units = ["web", "bot", "other"];
  const now = () => heldUnits(localHost("app-1"), held, units);
  assert.deepEqual(await now(), []);
  writeFileSync(join(held, "web-api.service"), "");
  writeFileSync(join(held, "other"), "");
  writeFileSync(join(held, "strange.service"), "");
  assert.deepEqual(await now(), ["web", "other"]);
  assert.deepEqual(await heldUnits(localHost("app-1"), join(directory, "none"), units), []);
});
