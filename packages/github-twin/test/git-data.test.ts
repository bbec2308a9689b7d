import assert from "node:assert/strict";
import { test } from "node:test";
import { failure, here, twinUnderTest } from "./twin-under-test.ts";

test("commits, refs, tags and comparisons come from the real repository", async (t) => {
  const { twin, sample, client } = await twinUnderTest(t);
  const { rest } = client("vera-token");

  for (const ref of ["v1.0.0", "tags/v1.0.0", sample.first, sample.first.slice(0, 8)])
    assert.equal((await rest.repos.getCommit({ ...here, ref })).data.sha, sample.first, ref);
  const { data: second } = await rest.repos.getCommit({ ...here, ref: "v1.1.0" });
  assert.equal(second.sha, sample.second);
  assert.deepEqual(
    second.files?.map((file) => [file.filename, file.status, file.additions]),
    [
      ["app/models.py", "modified", 1],
      ["app/new file.py", "added", 1],
    ],
  );
  const unknown = await failure(rest.repos.getCommit({ ...here, ref: "v9" }));
  assert.equal(unknown.status, 422);
  assert.match(unknown.message, /No commit found for SHA: v9/);

  assert.equal((await rest.git.getRef({ ...here, ref: "tags/v1.0.0" })).data.object.type, "commit");
  const { data: annotated } = await rest.git.getRef({ ...here, ref: "tags/v1.1.0" });
  assert.equal(annotated.object.type, "tag");
  assert.equal((await rest.git.getTag({ ...here, tag_sha: annotated.object.sha })).data.object.sha, sample.second);
  assert.equal((await failure(rest.git.getRef({ ...here, ref: "tags/v1" }))).status, 404);
  assert.equal((await rest.git.listMatchingRefs({ ...here, ref: "tags/v1" })).data.length, 2);

  const { data: tags, headers } = await rest.repos.listTags({ ...here, per_page: 1 });
  assert.deepEqual(
    tags.map((tag) => [tag.name, tag.commit.sha]),
    [["v1.1.0", sample.second]],
  );
  assert.match(headers.link ?? "", /page=2>; rel="next"/);

  const { data: comparison } = await rest.repos.compareCommitsWithBasehead({ ...here, basehead: "v1.0.0...v1.1.0" });
  assert.deepEqual(
    comparison.commits.map((commit) => [commit.sha, commit.commit.message]),
    [[sample.second, "second"]],
  );
  const { data: behind } = await rest.repos.compareCommitsWithBasehead({ ...here, basehead: "v1.1.0...v1.0.0" });
  assert.deepEqual([behind.status, behind.behind_by], ["behind", 1]);
  assert.deepEqual(
    (await rest.repos.listCommits(here)).data.map((commit) => commit.sha),
    [sample.second, sample.first],
  );
  assert.deepEqual([comparison.status, comparison.ahead_by, comparison.files?.length], ["ahead", 1, 2]);
  assert.deepEqual(twin.violations(), []);
});

test("contents are answered as a file, as raw text and as a directory", async (t) => {
  const { twin, client } = await twinUnderTest(t);
  const { rest } = client("vera-token");

  const { data: file } = await rest.repos.getContent({ ...here, path: "app/models.py", ref: "v1.0.0" });
  assert.ok(!Array.isArray(file) && file.type === "file");
  assert.equal(Buffer.from(file.content, "base64").toString(), "a = 1\n");
  const raw = await rest.repos.getContent({ ...here, path: "README.md", mediaType: { format: "raw+json" } });
  assert.equal(String(raw.data), "Сервис\n");
  const { data: folder } = await rest.repos.getContent({ ...here, path: "app" });
  assert.ok(Array.isArray(folder));
  assert.deepEqual(
    folder.map((entry) => entry.path),
    ["app/models.py", "app/new file.py"],
  );
  assert.equal((await failure(rest.repos.getContent({ ...here, path: "absent" }))).status, 404);
  assert.equal((await failure(rest.repos.getContent({ ...here, path: "README.md", ref: "v9" }))).status, 404);

  const { data: tree } = await rest.git.getTree({ ...here, tree_sha: "v1.0.0", recursive: "1" });
  assert.ok(tree.tree.some((entry) => entry.path === ".github/workflows/go-live.yml"));
  assert.deepEqual(twin.violations(), []);
});
