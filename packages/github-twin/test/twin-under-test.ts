import { Octokit } from "@octokit/rest";
import type { TestContext } from "node:test";
import type { Handler } from "../src/http/call.ts";
import { startTwinWith } from "../src/start-twin.ts";
import type { Run, RunStart, Twin, TwinOptions } from "../src/twin.ts";
import { sampleRepository, type SampleRepository } from "./sample-repository.ts";

export const here = { owner: "clinic", repo: "psychology-api" } as const;

export interface UnderTest {
  readonly twin: Twin;
  readonly sample: SampleRepository;
  client(token: string): Octokit;
  run(start?: Partial<RunStart>): Run;
}

/** A twin with an admin (anna), a writer (boris), a reader (vera) and a stranger (gleb). */
export async function twinUnderTest(
  t: TestContext,
  override: Readonly<Record<string, Handler>> = {},
  options: Partial<TwinOptions> = {},
): Promise<UnderTest> {
  const sample = sampleRepository();
  t.after(sample.remove);
  const twin = await startTwinWith(
    {
      repository: "clinic/psychology-api",
      gitDirectory: sample.directory,
      users: [
        { login: "anna", token: "anna-token", permission: "admin" },
        { login: "boris", token: "boris-token", permission: "write" },
        { login: "vera", token: "vera-token", permission: "read" },
        { login: "gleb", token: "gleb-token", permission: "none" },
      ],
      environments: {
        production: { reviewers: ["anna", "boris"], preventSelfReview: true },
        staging: { reviewers: [] },
      },
      ...options,
    },
    override,
  );
  t.after(() => twin.close());
  const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  return {
    twin,
    sample,
    client: (token) => new Octokit({ auth: token, baseUrl: twin.url, log: quiet, retry: { enabled: false } }),
    run: (start) =>
      twin.startRun({
        workflow: "go-live.yml",
        event: "workflow_dispatch",
        actor: "boris",
        headSha: sample.second,
        headBranch: "main",
        ...start,
      }),
  };
}

export async function failure(
  promise: Promise<unknown>,
): Promise<{ readonly status: number; readonly message: string }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error && "status" in error) return { status: Number(error.status), message: error.message };
    throw error;
  }
  throw new Error("the request was expected to fail");
}
