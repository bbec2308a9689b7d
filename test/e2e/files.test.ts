import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { access, mkdir, rm, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { root, startWorld, type World } from "../../packages/rehearsal/world/world.ts";
import { lastState, stateOfProduction } from "./state-of-production.ts";

const run = promisify(execFile);
const uploadsOf = (state: string) => join(dirname(state), "uploads");

/** The release files uploads by year, and throws one away that it should not. */
function movesUploads(plan: Record<string, any>): void {
  const uploads = uploadsOf(plan.control.directory);
  plan.files = [{ id: "media", host: "app-1", directory: uploads }];
  plan.deploy.steps.push({
    id: "by-year",
    title: "File uploads by year",
    when: "after-migrate",
    "on-rollback": "skip",
    run: ["sh", "-c", 'cd "$1" && mkdir -p 2026 && mv -- *.pdf 2026/ && rm -f -- scans/first.png', "sh", uploads],
  });
}

/** Every name with kind, size, time and mode; and what stands in it. */
async function contentsOf(folder: string): Promise<string> {
  const listed = await run("find", [folder, "-mindepth", "1", "-printf", "%y %s %T@ %m %P -> %l\n"]);
  const read = await run("sh", ["-c", 'cd "$1" && find . -type f -exec sha256sum {} +', "sh", folder]);
  return [...listed.stdout.split("\n").toSorted(), ...read.stdout.split("\n").toSorted()].join("\n");
}

/** People who upload while the page is down; what they were told is there has to be found again. */
function startUploads({ production }: World, uploads: string) {
  const sent: string[] = [];
  let over = false;
  const working = (async () => {
    for (let n = 1; !over; n++) {
      const open = await access(production.maintenanceFlag).then(
        () => false,
        () => true,
      );
      if (open) {
        await writeFile(join(uploads, `запись ${n}.txt`), `upload ${n}`);
        sent.push(`upload ${n}`);
      }
      await sleep(150);
    }
  })();
  return {
    async stop() {
      over = true;
      await working;
      return sent;
    },
  };
}

async function uploadsIn(folder: string): Promise<string[]> {
  const { stdout } = await run("sh", [
    "-c",
    'find "$1" -name "*.txt" -exec sh -c \'cat -- "$1"; echo\' sh {} \\;',
    "sh",
    folder,
  ]);
  return stdout.split("\n").filter((line) => line !== "");
}

test("files that people uploaded are given back with the database, and newer ones are set aside", async (t) => {
  const world = await startWorld({ change: movesUploads });
  t.after(() => world.stop());
  const { production } = world;
  const uploads = uploadsOf(production.state);
  await mkdir(join(uploads, "scans"), { recursive: true });
  await writeFile(join(uploads, "дневник мая.pdf"), "may");
  await writeFile(join(uploads, "-rf.pdf"), "a name that begins with a dash", { mode: 0o640 });
  await writeFile(join(uploads, "scans/first.png"), "first");
  await utimes(join(uploads, "scans/first.png"), 1_700_000_000, 1_700_000_000.25);
  const before = await contentsOf(uploads);

  // Before the opening: what the release did to them is taken back, and nobody has to be asked.
  const broken = await world.launch({ tag: "v1.1.0-broken" });
  assert.equal(broken.conclusion, "failure");
  assert.equal((await lastState(world)).ended?.outcome, "rolled-back", broken.log.join("\n"));
  assert.equal(await contentsOf(uploads), before);

  const people = startUploads(world, uploads);
  await sleep(500);
  const launched = await world.launch({ tag: "v1.1.0" });
  assert.equal(launched.conclusion, "success", launched.log.join("\n"));
  await sleep(1500);
  await rm(join(uploads, "2026/дневник мая.pdf"));
  const recalled = await world.launch({
    tag: "v1.1.0",
    workflow: "rollback.yml",
    inputs: { because: "uploads are not found" },
  });
  assert.equal(recalled.conclusion, "success", recalled.log.join("\n"));
  const sent = await people.stop();
  assert.deepEqual(
    [(await stateOfProduction(world)).page, (await lastState(world)).ended?.outcome],
    ["down", "rolled-back"],
  );

  // As they were, with the uploads of before the window; what came since the opening lies beside.
  for (const name of ["дневник мая.pdf", "-rf.pdf", "scans/first.png"]) await access(join(uploads, name));
  const [issue] = (await world.issues()).toSorted((a, b) => b.number - a.number);
  const aside = /app-1:(\S+set-aside)/.exec(issue?.body ?? "")?.[1] ?? "";
  const [there, apart] = [await uploadsIn(uploads), await uploadsIn(aside)];
  assert.ok(apart.length > 5, String(apart.length));
  assert.deepEqual(
    sent.filter((one) => ![...there, ...apart].includes(one)),
    [],
  );
  assert.match((await run("stat", ["-c", "%a", dirname(aside)])).stdout, /^7[0-7]0|^700/);

  const comments = (await world.api(
    "anna",
    "GET",
    `/repos/clinic/psychology-api/issues/${issue?.number}/comments`,
  )) as {
    body: string;
  }[];
  const [, uploaded = "", , deleted = ""] =
    /\| media \| (\d+) \| (\d+) \| (\d+) \| /.exec(comments.map(({ body }) => body).join("\n")) ?? [];
  assert.ok(Number(uploaded) > 5 && Number(deleted) >= 3, `${uploaded} ${deleted}`);
  const said = [...launched.log, ...recalled.log, issue?.body ?? "", ...comments.map(({ body }) => body)].join("\n");
  assert.ok(!said.includes("дневник") && !said.includes("запись"), "a name left the host");

  const plan = join(production.directory, "plan.yml");
  const { stdout: planText } = await run("git", ["--git-dir", production.origin, "show", "v1.1.0:.github/golive.yml"]);
  await writeFile(plan, planText);
  const { stdout } = await run(process.execPath, [join(root, "dist/golive.js"), "recover", "--plan", plan]);
  assert.match(stdout, new RegExp(`app-1:${aside} holds \\d+ newer files`));
  assert.deepEqual(world.twin.violations(), []);
});
