import assert from "node:assert/strict";
import { test } from "node:test";
import type { Dispatch, RunRequest } from "../src/twin.ts";
import { failure, here, twinUnderTest } from "./twin-under-test.ts";

test("a dispatch checks ref and inputs, and can name the run it started", async (t) => {
  const { twin, sample, client, run } = await twinUnderTest(t);
  const { rest } = client("boris-token");
  const seen: Dispatch[] = [];
  twin.onDispatch((dispatch) => {
    seen.push(dispatch);
    return run().id;
  });
  const dispatch = (ref: string, inputs: Record<string, string>, workflow_id = "go-live.yml") =>
    rest.actions.createWorkflowDispatch({ ...here, workflow_id, ref, inputs, return_run_details: true });
  const { data } = await dispatch("main", { tag: "v1.1.0" });
  assert.deepEqual(seen, [
    {
      workflow: "go-live.yml",
      ref: "refs/heads/main",
      sha: sample.second,
      inputs: { tag: "v1.1.0", "dry-run": "false" },
      actor: "boris",
    },
  ]);
  assert.equal(
    (await rest.actions.getWorkflowRun({ ...here, run_id: (data as { workflow_run_id: number }).workflow_run_id })).data
      .name,
    "Go live",
  );
  assert.equal(
    (
      await rest.actions.createWorkflowDispatch({
        ...here,
        workflow_id: "go-live.yml",
        ref: "main",
        inputs: { tag: "v1" },
      })
    ).status,
    204,
  );

  assert.match((await failure(dispatch("absent", { tag: "x" }))).message, /No ref found for: absent/);
  assert.match(
    (await failure(dispatch("main", { tag: "x", colour: "red" }))).message,
    /Unexpected inputs provided: \["colour"\]/,
  );
  assert.match((await failure(dispatch("main", {}))).message, /Required input 'tag' not provided/);
  assert.equal((await failure(dispatch("main", { tag: "x" }, "other.yml"))).status, 404);
  assert.equal(
    (
      await failure(
        client("vera-token").rest.actions.createWorkflowDispatch({ ...here, workflow_id: "go-live.yml", ref: "main" }),
      )
    ).status,
    403,
  );
  assert.deepEqual(twin.violations(), []);
});

test("runs, attempts and jobs", async (t) => {
  const { twin, client, run } = await twinUnderTest(t);
  const { rest } = client("boris-token");
  const asked: RunRequest[] = [];
  twin.onRunRequest((request) => asked.push(request));
  const first = run();
  twin.setRun(first.id, { status: "in_progress" });
  twin.setJob(first.id, { name: "prepare", status: "in_progress" });
  assert.equal((await failure(rest.actions.reRunWorkflow({ ...here, run_id: first.id }))).status, 403);
  await rest.actions.cancelWorkflowRun({ ...here, run_id: first.id });
  twin.setJob(first.id, { name: "prepare", status: "completed", conclusion: "cancelled" });
  twin.setRun(first.id, { status: "completed", conclusion: "cancelled" });
  await rest.actions.reRunWorkflow({ ...here, run_id: first.id });
  assert.deepEqual(
    asked.map((request) => request.action),
    ["cancel", "rerun"],
  );

  const second = run({ rerunOf: first.id, actor: "anna" });
  assert.deepEqual([second.id, second.attempt, second.token === first.token], [first.id, 2, false]);
  twin.setJob(second.id, { name: "prepare", status: "completed", conclusion: "success" });
  const { data } = await rest.actions.getWorkflowRun({ ...here, run_id: first.id });
  assert.deepEqual(
    [data.run_attempt, data.actor?.login, data.triggering_actor?.login, data.html_url],
    [2, "boris", "anna", second.url],
  );
  const conclusions = async (attempt_number: number) =>
    (await rest.actions.listJobsForWorkflowRunAttempt({ ...here, run_id: first.id, attempt_number })).data.jobs.map(
      (job) => job.conclusion,
    );
  assert.deepEqual([await conclusions(1), await conclusions(2)], [["cancelled"], ["success"]]);
  run({ workflow: "rollback.yml" });
  const { data: list } = await rest.actions.listWorkflowRunsForRepo({ ...here, per_page: 1 });
  assert.deepEqual([list.total_count, list.workflow_runs.length], [2, 1]);
  assert.equal((await rest.actions.listWorkflowRuns({ ...here, workflow_id: "go-live.yml" })).data.total_count, 1);
  assert.deepEqual(twin.violations(), []);
});
