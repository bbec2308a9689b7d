import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { GitHub } from "../../src/github/client.ts";
import { reviewsOf } from "../../src/github/runs.ts";

const review = (name: string, login: string, state = "approved") => ({
  environments: [{ name }],
  user: { login, type: "User" },
  state,
});

function github(reviews: readonly ReturnType<typeof review>[]): GitHub {
  const getReviewsForRun = async () => ({ data: reviews });
  return { octokit: { rest: { actions: { getReviewsForRun } } }, owner: "o", repo: "r" } as unknown as GitHub;
}

test("an environment's approval counts whatever the case in which the plan names it", async () => {
  const found = github([
    review("Production", "boris"),
    review("PRODUCTION", "vera", "rejected"),
    review("production-rollback", "gleb"),
  ]);
  for (const name of ["production", "Production", "pRODUCTION"])
    assert.deepEqual(
      await reviewsOf(found, 7, name),
      [
        { login: "boris", state: "approved" },
        { login: "vera", state: "rejected" },
      ],
      name,
    );
  assert.deepEqual(await reviewsOf(found, 7, "staging"), []);
});

test("environments are compared by one function only", () => {
  const src = join(import.meta.dirname, "../../src");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const compared =
    /(?:===|!==) *(?:\w+\.)*environment\b|\b(?:\w+\.)*environment(?:\.name)? *(?:===|!==)(?! *(?:undefined|null|""))/;
  const found = files.filter((name) => compared.test(readFileSync(join(src, name), "utf8")));
  // Whether a plan names the two alike is a question of its own.
  assert.deepEqual(
    found.filter((name) => name !== "hosts/execute.ts"),
    [],
  );
});

test("what an app lets through is nobody's approval", async () => {
  const app = { ...review("production", "gate-keeper[bot]"), user: { login: "gate-keeper[bot]", type: "Bot" } };
  assert.deepEqual(await reviewsOf(github([app]), 1, "production"), []);
});
