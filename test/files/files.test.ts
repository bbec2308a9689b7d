import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { UserError } from "../../src/core/errors.ts";
import { filesSince, giveBack } from "../../src/files/give-back.ts";
import { isKept, keepByDay, keepFiles } from "../../src/files/keep.ts";
import { lookAtFiles } from "../../src/files/problems.ts";
import { localHost } from "../../src/hosts/local.ts";
import type { Place } from "../../src/plan/files-layout.ts";
import { fill, names, startUploads, type Uploads } from "./folders.ts";

const host = localHost("app-1");

function uploadsFor(t: TestContext, keep: Place["keep"] = "copy"): Uploads {
  const uploads = startUploads(keep);
  t.after(() => uploads.remove());
  fill(uploads);
  return uploads;
}

/** What may become of a folder, by a step of the release or by people. */
const changes: Readonly<Record<string, (uploads: Uploads) => void>> = {
  "everything is deleted": ({ live }) => execFileSync("sh", ["-c", 'rm -rf -- "$1" && mkdir -- "$1"', "sh", live]),
  "the folder itself is gone": ({ live }) => rmSync(live, { recursive: true }),
  "the folder is moved away": ({ live }) => renameSync(live, `${live}-2026`),
  "all is moved one folder down": ({ live }) => {
    execFileSync("sh", [
      "-c",
      'cd "$1" && mkdir -- new && find . -mindepth 1 -maxdepth 1 ! -name new -exec mv -t new -- {} +',
      "sh",
      live,
    ]);
  },
  "every file is written anew": ({ live }) => {
    for (const name of names) writeFileSync(join(live, name), "anew");
  },
  "a file grows": ({ live }) => appendFileSync(join(live, "--help"), "more"),
  "rights change": ({ live }) => execFileSync("chmod", ["-R", "u+rwX,go-rwx", live]),
  "times change": ({ live }) => execFileSync("find", [live, "-exec", "touch", "-h", "{}", "+"]),
  "a file becomes a folder": ({ live, write }) => {
    unlinkSync(join(live, "d"));
    write("d/e/f", "inside");
  },
  "a folder becomes a file": ({ live }) => {
    rmSync(join(live, "deep"), { recursive: true });
    writeFileSync(join(live, "deep"), "a file now");
  },
  "a folder becomes a link to one elsewhere": ({ live }) => {
    rmSync(join(live, "deep"), { recursive: true });
    symlinkSync("/etc", join(live, "deep"));
  },
  "a link becomes a folder": ({ live, write }) => {
    unlinkSync(join(live, "to a folder"));
    write("to a folder/x", "x");
  },
  "links lead elsewhere": ({ live }) => {
    unlinkSync(join(live, "to nothing"));
    symlinkSync("something else", join(live, "to nothing"));
  },
  "an empty folder is gone, and another is there": ({ live }) => {
    rmSync(join(live, "empty"), { recursive: true });
    mkdirSync(join(live, "other/empty"), { recursive: true });
  },
  "uploads of every kind": ({ write }) => {
    for (const name of names) write(`newer/${name}`, `newer ${name}`);
    for (const name of names.slice(0, 8)) write(`${name}.2`, `beside ${name}`);
  },
};

/** Every content that was there, wherever it is now. */
function everyContent(folders: readonly string[]): Set<string> {
  return new Set(
    folders
      .filter((folder) => existsSync(folder))
      .flatMap((folder) =>
        execFileSync("find", [folder, "-type", "f", "-exec", "sha256sum", "{}", "+"]).toString().split("\n"),
      )
      .map((line) => line.replace(/^\\/, "").slice(0, 64))
      .filter((sum) => sum !== ""),
  );
}

for (const [name, change] of Object.entries(changes)) {
  test(`given back as it was, and nothing is lost: ${name}`, async (t) => {
    const uploads = uploadsFor(t);
    const before = uploads.look();
    const kept = await keepFiles(host, uploads.place, "v2-7");
    change(uploads);
    const then = everyContent([uploads.live]);
    const since = existsSync(uploads.live) ? await filesSince(host, uploads.place, kept) : null;
    const given = await giveBack(host, uploads.place, kept);
    assert.equal(uploads.look(), before);
    assert.equal(given.gone, 0);
    const now = everyContent([uploads.live, given.aside.folder]);
    assert.deepEqual(
      [...then].filter((sum) => !now.has(sum)),
      [],
    );
    if (since !== null) {
      assert.equal(given.aside.files, since.uploaded + since.changed);
      assert.equal(given.back, since.changed + since.deleted);
    }
    // Once more: there is nothing to do, and the figures stay.
    assert.deepEqual(await giveBack(host, uploads.place, kept), given);
  });
}

test("what an earlier try set aside is never written over", async (t) => {
  const uploads = uploadsFor(t);
  const before = uploads.look();
  const kept = await keepFiles(host, uploads.place, "v2-7");
  uploads.write("scan.pdf", "the first newer one");
  uploads.write("new.jpg", "the first");
  await giveBack(host, uploads.place, kept);
  // The site was opened by hand in between, and people went on.
  uploads.write("scan.pdf", "the second newer one");
  uploads.write("new.jpg", "the second");
  const given = await giveBack(host, uploads.place, kept);
  assert.equal(uploads.look(), before);
  assert.equal(given.aside.files, 4);
  const texts = ["1", "2"].flatMap((n) =>
    ["scan.pdf", "new.jpg"].map((name) => readFileSync(join(given.aside.folder, n, name), "utf8")),
  );
  assert.deepEqual(texts, ["the first newer one", "the first", "the second newer one", "the second"]);
});

test("nothing has changed: nothing is touched", async (t) => {
  const uploads = uploadsFor(t);
  const kept = await keepFiles(host, uploads.place, "v2-7");
  const inode = () => execFileSync("find", [uploads.live, "-printf", "%i %C@\n"]).toString();
  const before = inode();
  assert.deepEqual(await filesSince(host, uploads.place, kept), { uploaded: 0, changed: 0, deleted: 0, bytes: 0 });
  const given = await giveBack(host, uploads.place, kept);
  assert.deepEqual([given.same, given.back, given.aside.files, given.gone], [true, 0, 0, 0]);
  assert.equal(inode(), before);
});

test("what is kept and set aside is its owner's alone", async (t) => {
  const uploads = uploadsFor(t);
  const kept = await keepFiles(host, uploads.place, "v2-7");
  uploads.write("new.jpg", "new");
  await giveBack(host, uploads.place, kept);
  for (const folder of [uploads.keepIn, kept.folder, join(kept.folder, "set-aside")])
    assert.equal(statSync(folder).mode & 0o077, 0, folder);
  assert.equal(statSync(join(kept.folder, "manifest")).mode & 0o077, 0);
});

test("by day while people upload; the window copies what changed since", async (t) => {
  const uploads = uploadsFor(t);
  const byDay = await keepByDay(host, uploads.place);
  assert.equal(byDay.files, names.length + 4);
  const inode = (file: string) => statSync(file).ino;
  const copied = inode(join(byDay.folder, "tree/scan.pdf"));
  uploads.write("later.jpg", "later");
  rmSync(join(uploads.live, "deep"), { recursive: true });
  writeFileSync(join(uploads.live, "-rf"), "rewritten in place");
  const before = uploads.look();
  const kept = await keepFiles(host, uploads.place, "v2-7");
  assert.equal(inode(join(kept.folder, "tree/scan.pdf")), copied, "what was copied by day is not copied again");
  assert.equal(uploads.look(join(kept.folder, "tree")), before);
  assert.ok(!existsSync(byDay.folder));
  // A later day begins anew, and does not touch what that launch kept.
  await keepByDay(host, uploads.place);
  assert.equal(uploads.look(join(kept.folder, "tree")), before);
});

test("links: what is deleted or replaced comes back; what is written in place stays, and is told", async (t) => {
  const uploads = uploadsFor(t, "link");
  const kept = await keepFiles(host, uploads.place, "v2-7");
  unlinkSync(join(uploads.live, "scan.pdf"));
  writeFileSync(join(uploads.live, "new"), "new");
  renameSync(join(uploads.live, "new"), join(uploads.live, "--help"));
  writeFileSync(join(uploads.live, "-rf"), "in place");
  const given = await giveBack(host, uploads.place, kept);
  assert.deepEqual([given.back, given.gone, given.aside.files], [2, 1, 1]);
  assert.equal(readFileSync(join(uploads.live, "--help"), "utf8"), "6: --help");
  assert.equal(readFileSync(join(uploads.live, "-rf"), "utf8"), "in place");
});

test("only counted: what was uploaded is set aside, what was deleted is told", async (t) => {
  const uploads = uploadsFor(t, "count");
  const kept = await keepFiles(host, uploads.place, "v2-7");
  unlinkSync(join(uploads.live, "scan.pdf"));
  uploads.write("new.jpg", "new");
  assert.deepEqual(await filesSince(host, uploads.place, kept), { uploaded: 1, changed: 0, deleted: 1, bytes: 3 });
  const given = await giveBack(host, uploads.place, kept);
  assert.deepEqual([given.back, given.gone, given.aside.files], [0, 1, 1]);
  assert.deepEqual(await giveBack(host, uploads.place, kept), given);
});

test("a tree that somebody thinned out gives back what it has, and says what it has not", async (t) => {
  const uploads = uploadsFor(t);
  const kept = await keepFiles(host, uploads.place, "v2-7");
  unlinkSync(join(kept.folder, "tree/scan.pdf"));
  for (const name of ["scan.pdf", "--help"]) unlinkSync(join(uploads.live, name));
  const given = await giveBack(host, uploads.place, kept);
  assert.deepEqual([given.back, given.gone], [1, 1]);
});

test("a manifest that is not the one on record changes nothing", async (t) => {
  const uploads = uploadsFor(t);
  const kept = await keepFiles(host, uploads.place, "v2-7");
  assert.ok(await isKept(host, uploads.place, kept));
  appendFileSync(join(kept.folder, "manifest"), "x");
  assert.ok(!(await isKept(host, uploads.place, kept)));
  unlinkSync(join(uploads.live, "--help"));
  const before = uploads.look();
  await assert.rejects(giveBack(host, uploads.place, kept), withCode("files-other-manifest"));
  assert.equal(uploads.look(), before);
});

test("somebody who writes in the window is found out", async (t) => {
  const uploads = uploadsFor(t);
  for (let n = 0; n < 3000; n++) uploads.write(`many/${n}`, String(n));
  let over = false;
  const writing = (async () => {
    for (let n = 0; !over; n++) {
      uploads.write(`busy-${n}`, "x");
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  })();
  await assert.rejects(keepFiles(host, uploads.place, "v2-7"), (error: unknown) => {
    assert.ok(error instanceof UserError);
    assert.match(error.problems[0]?.code ?? "", /^files-not-(quiet|kept)$/);
    return true;
  });
  over = true;
  await writing;
  await keepFiles(host, uploads.place, "v2-7");
});

const stops: readonly (readonly [string, string])[] = [
  ["cp", "set aside"],
  ["rm", "taken out of the folder"],
  ["tar", "given back"],
  ["mkdir", "made"],
];
for (const [program, when] of stops)
  for (let nth = 1; nth <= 3; nth++)
    test(`cut off while files are ${when} (${program}, ${nth}), the next try ends it`, async (t) => {
      const uploads = uploadsFor(t);
      const before = uploads.look();
      const kept = await keepFiles(host, uploads.place, "v2-7");
      for (const change of ["uploads of every kind", "a file becomes a folder", "a file grows", "links lead elsewhere"])
        changes[change]?.(uploads);
      rmSync(join(uploads.live, "deep"), { recursive: true });
      const then = everyContent([uploads.live]);
      await dieAt(uploads, program, nth, () => giveBack(host, uploads.place, kept));
      const given = await giveBack(host, uploads.place, kept);
      assert.equal(uploads.look(), before);
      const now = everyContent([uploads.live, given.aside.folder]);
      assert.deepEqual(
        [...then].filter((sum) => !now.has(sum)),
        [],
      );
    });

/** The program does half of its work and takes the script down with it, the nth time that it is called. */
async function dieAt({ keepIn }: Uploads, program: string, nth: number, work: () => Promise<unknown>): Promise<void> {
  const bin = join(keepIn, "bin");
  mkdirSync(bin);
  const real = execFileSync("sh", ["-c", `command -v ${program}`])
    .toString()
    .trim();
  writeFileSync(
    join(bin, program),
    `#!/bin/sh\necho x >> '${bin}/count'\nif [ "$(wc -l < '${bin}/count')" -ge ${nth} ]; then timeout -s KILL 0.02 ${real} "$@"; kill -KILL $PPID; kill -KILL 0; fi\nexec ${real} "$@"\n`,
  );
  chmodSync(join(bin, program), 0o755);
  const path = process.env.PATH;
  process.env.PATH = `${bin}:${path}`;
  try {
    await work().catch(() => {});
  } finally {
    process.env.PATH = path;
    rmSync(bin, { recursive: true });
  }
}

function withCode(code: string) {
  return (error: unknown) => error instanceof UserError && error.problems.some((problem) => problem.code === code);
}

const codesOf = async (place: Place, leastFree = 1) =>
  (await lookAtFiles(host, place, leastFree)).problems.map(({ code }) => code);

test("by day: what cannot be kept is told, each with a code", async (t) => {
  const uploads = uploadsFor(t);
  const { place, live } = uploads;
  const look = await lookAtFiles(host, place, 1);
  assert.deepEqual([look.problems, look.files], [[], names.length + 4]);
  assert.deepEqual(readdirSync(join(live, "..")), ["media"], "nothing is left behind");
  symlinkSync(live, `${live}-link`);
  writeFileSync(`${live}-file`, "");
  assert.deepEqual(await codesOf({ ...place, directory: `${live}-link` }), ["files-link"]);
  assert.deepEqual(await codesOf({ ...place, directory: `${live}-file` }), ["files-not-a-folder"]);
  assert.deepEqual(await codesOf({ ...place, directory: `${live}-none` }), ["files-missing"]);
  assert.deepEqual(await codesOf({ ...place, keepIn: `${live}-file/x` }), ["files-keep-in"]);
  assert.deepEqual(await codesOf({ ...place, keepIn: "/dev/shm/golive-test", keep: "link" }), ["files-other-disk"]);
  assert.deepEqual(await codesOf(place, 1_000_000_000), ["files-no-room"]);
  assert.deepEqual(await codesOf({ ...place, keep: "count" }, 1_000_000_000), []);
});

test("five thousand files in a moment", async (t) => {
  const uploads = startUploads();
  t.after(() => uploads.remove());
  const make =
    'cd "$1" && for d in $(seq 100); do mkdir "$d" && ( cd "$d" && seq 50 | split -l 1 -a 3 - f ) || exit 1; done';
  execFileSync("sh", ["-c", make, "sh", uploads.live]);
  await keepByDay(host, uploads.place);
  const kept = await keepFiles(host, uploads.place, "v2-7");
  assert.equal(kept.files, 5_000);
  rmSync(join(uploads.live, "1"), { recursive: true });
  uploads.write("2/new", "new");
  const started = performance.now();
  const given = await giveBack(host, uploads.place, kept);
  assert.deepEqual([given.back, given.aside.files], [50, 1]);
  t.diagnostic(
    `kept in ${kept.seconds.toFixed(1)} s, given back in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  assert.ok(kept.seconds < 30, `${kept.seconds} s`);
});

test("as the user that they belong to, who is not root", { skip: process.getuid?.() !== 0 }, async (t) => {
  const uploads = startUploads("copy", "nobody");
  t.after(() => uploads.remove());
  fill(uploads);
  const { place, live, keepIn } = uploads;
  execFileSync("chown", ["-hR", "nobody:nogroup", live]);
  assert.deepEqual(await codesOf({ ...place, user: "nobody-else" }), ["files-run-as"]);
  assert.deepEqual(await codesOf(place), ["files-keep-in"]);
  mkdirSync(keepIn);
  execFileSync("chown", ["nobody:nogroup", keepIn]);
  assert.deepEqual(await codesOf(place), []);
  const before = uploads.look();
  await keepByDay(host, place);
  const kept = await keepFiles(host, place, "v2-7");
  execFileSync("runuser", [
    "-u",
    "nobody",
    "--",
    "sh",
    "-c",
    'cd "$1" && rm -rf deep scan.pdf && echo new > new',
    "sh",
    live,
  ]);
  const given = await giveBack(host, place, kept);
  assert.deepEqual([given.back, given.aside.files, given.gone], [2, 1, 0]);
  assert.equal(uploads.look(), before);
  // What somebody else owns there could not be given back as theirs.
  execFileSync("chown", ["root", join(live, "-rf")]);
  chmodSync(join(live, "-rf"), 0o644);
  assert.deepEqual(await codesOf(place), ["files-owner"]);
  chmodSync(join(live, "-rf"), 0o600);
  assert.deepEqual(await codesOf(place), ["files-unreadable"]);
});
