import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { localHost } from "../../src/hosts/local.ts";
import { settingsGaps } from "../../src/presets/gaps/gaps.ts";

/** As a real systemctl (252 and 257) shows a unit that has of each. */
const shown = (folder: string) => `Environment=A=0 "B=x y A2=1" "C=a\\"b" "D=a\\nE=b" "F=\\$HOME" G= LANG=C.UTF-8
EnvironmentFiles=${folder}/a.env (ignore_errors=no)
EnvironmentFiles=${folder}/missing.env (ignore_errors=yes)
EnvironmentFiles=${folder}/more (1).env (ignore_errors=yes)
EnvironmentFiles=${folder}/[bc].env (ignore_errors=no)
PassEnvironment=TERM FOO
UnsetEnvironment=Z "G=" LANG
`;

async function world(t: TestContext, shell: string, settings: string) {
  const folder = await mkdtemp(join(tmpdir(), "golive-gaps-"));
  const path = process.env.PATH ?? "";
  t.after(async () => {
    process.env.PATH = path;
    await rm(folder, { recursive: true });
  });
  await mkdir(join(folder, "bin"));
  await symlink(shell, join(folder, "bin/sh"));
  await writeFile(join(folder, "shown"), shown(folder));
  const systemctl = `#!/bin/sh\ncase "$*" in *-version*) exit 0 ;; *plain*) echo Environment= ;; *) cat ${folder}/shown ;; esac\n`;
  await writeFile(join(folder, "bin/systemctl"), systemctl, { mode: 0o755 });
  await writeFile(join(folder, "a.env"), settings);
  await writeFile(join(folder, "more (1).env"), "M=1\n");
  process.env.PATH = `${join(folder, "bin")}:${path}`;
  return { folder, files: `${folder}/a.env`, host: localHost("app-1") };
}

test("what a unit has and commands do not get is named, and no value", async (t) => {
  const { folder, files, host } = await world(t, "/bin/sh", "A=1\nZ=secret\nC='a\nb'\n");
  assert.deepEqual(await settingsGaps(host, { files, units: ["web", "worker", "plain"] }, {}), [
    `web, worker reads ${folder}/more (1).env, ${folder}/[bc].env, which deploy.env-file does not name: ` +
      "commands of the release do not get what is in it",
    "web, worker sets B, D, F, G, TERM, FOO in its unit file: commands of the release do not get that (put it into deploy.env-file)",
    "web, worker takes Z away (UnsetEnvironment=): commands of the release get it",
  ]);
});

test("nothing is told where the files are the unit's own, and none without files", async (t) => {
  const { folder, host } = await world(t, "/bin/sh", "B=1\nD=1\nF=1\nG=1\nTERM=1\nFOO=1\nA=1\nC=1\n");
  const files = `${folder}/a.env\n-${folder}/missing.env\n${folder}/more (1).env\n-${folder}/[bc].env`;
  assert.deepEqual(await settingsGaps(host, { files, units: ["web"] }, {}), []);
  assert.deepEqual(await settingsGaps(host, { files: undefined, units: ["plain"] }, {}), []);
});

test("names that a shell keeps to itself are told, by this shell's own word", async (t) => {
  const settings = "UID=7\nRANDOM=1\nSHLVL=9\nLC_ALL=C\nPATH=/usr/bin:/bin\nIFS=x\nK='two\nlines\n'\nv=1\nname=2\n";
  const { files, host } = await world(t, "/bin/bash", settings);
  const [told, ...more] = await settingsGaps(host, { files, units: [] }, {});
  assert.match(told ?? "", /^commands of the release do not get RANDOM, SHLVL, UID as deploy\.env-file has it/);
  assert.deepEqual(more, []);
});
