import assert from "node:assert/strict";
import { test } from "node:test";
import { filesOf } from "../../src/plan/files-layout.ts";
import { filesUnsaid } from "../../src/plan/rules/unsaid.ts";
import { loadPlan, parsePlan } from "../../src/plan/load.ts";
import { samplePlanText } from "./sample-plan.ts";

const withFiles = (text: string, strategy = "in-place") =>
  samplePlanText.replace("files: none\n", text).replace("preset: django", `preset: django, strategy: ${strategy}`);

/** What is wrong with these folders, place by place. */
function problemsOf(folders: string, strategy?: string): string[] {
  const result = parsePlan(withFiles(`files: ${folders}\n`, strategy), "golive.yml");
  return result.ok ? [] : result.problems.map(({ what }) => what);
}

test("none has to be said once, and is asked for with a code", () => {
  assert.deepEqual(filesUnsaid(loadPlan(samplePlanText, "golive.yml"), "golive.yml"), []);
  const [problem, ...more] = filesUnsaid(loadPlan(withFiles(""), "golive.yml"), "golive.yml");
  assert.deepEqual([problem?.code, problem?.position?.line, more], ["files-unsaid", 1, []]);
  assert.deepEqual(filesOf(loadPlan(samplePlanText, "golive.yml")), []);
});

test("what is not said of a folder is filled in", () => {
  const plan = loadPlan(
    withFiles(
      'files: [{ host: app-1, directory: "/srv//media/" }, { id: scans, host: app-1, directory: /srv/scans, keep: link, keep-in: /var/kept, run-as: www-data }]\n',
    ),
    "golive.yml",
  );
  assert.deepEqual(filesOf(plan), [
    { id: "1", host: "app-1", directory: "/srv/media", keepIn: "/srv/media.golive", keep: "copy", user: undefined },
    { id: "scans", host: "app-1", directory: "/srv/scans", keepIn: "/var/kept", keep: "link", user: "www-data" },
  ]);
});

const fine: readonly (readonly [string, string?])[] = [
  ["none"],
  ["[{ host: app-1, directory: /srv/media }]"],
  ["[{ host: app-1, directory: /srv/clinic/media }]"],
  ["[{ host: app-1, directory: /srv/clinic/shared/media }]", "releases"],
  ["[{ host: app-1, directory: /srv/clinic-media }, { host: app-1, directory: /srv/clinic-media-2 }]"],
  ["[{ host: app-1, directory: /srv/media }, { host: app-2, directory: /srv/media }]"],
  ["[{ host: app-2, directory: /srv/clinic/releases }]", "releases"],
];
for (const [folders, strategy] of fine)
  test(`holds: ${folders}`, () => assert.deepEqual(problemsOf(folders, strategy), []));

const refused: readonly (readonly [string, RegExp, string?])[] = [
  ["[]", /^files is not of a form the plan knows|none/],
  ["nothing", /^files is not of a form/],
  ["[{ host: app-1 }]", /^files\[0\]\.directory is missing$/],
  ["[{ host: app-1, directory: media }]", /^files\[0\]\.directory must be an absolute path/],
  ["[{ host: app-1, directory: /srv/../etc }]", /without \.\./],
  ["[{ host: app-1, directory: /srv/media, keep: move }]", /^files\[0\]\.keep is "move"/],
  ["[{ host: app-1, directory: /srv/media, keeps: copy }]", /^unknown key "keeps" in files\[0\]/],
  ["[{ host: app-9, directory: /srv/media }]", /^host "app-9" is not among hosts/],
  ["[{ host: app-1, directory: /srv/media }, { host: app-1, directory: /srv/media/scans }]", /is kept already, as 1/],
  [
    "[{ id: a, host: app-1, directory: /srv/a }, { id: a, host: app-1, directory: /srv/b }]",
    /files "a" is named twice/,
  ],
  ["[{ host: app-1, directory: /srv/clinic }]", /the release itself lies in \/srv\/clinic/],
  ["[{ host: app-1, directory: /srv }]", /the release itself lies in \/srv/],
  ["[{ host: app-1, directory: / }]", /the release itself lies in \//],
  ["[{ host: app-1, directory: /srv/clinic/.git/x }]", /belongs to the deploy/],
  ["[{ host: app-1, directory: /srv/clinic/current/media }]", /belongs to the deploy/, "releases"],
  ["[{ host: app-1, directory: /srv/clinic/releases/v1/media }]", /belongs to the deploy/, "releases"],
  ["[{ host: app-1, directory: /var/lib/golive/media }]", /and control\.directory overlap/],
  ["[{ host: app-1, directory: /var/backups }]", /and database\.backup\.directory overlap/],
  ["[{ host: app-1, directory: /srv/media, keep-in: /srv/media/kept }]", /would lie inside the uploads/],
  ["[{ host: app-1, directory: /srv/media, keep-in: /srv }]", /would lie inside the uploads/],
];
for (const [folders, what, strategy] of refused)
  test(`refused: ${folders}`, () => assert.match(problemsOf(folders, strategy).join("\n"), what));
