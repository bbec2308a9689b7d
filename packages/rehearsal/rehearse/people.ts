import { createInterface } from "node:readline/promises";
import type { JobStatus } from "@golive/actions-runner";
import type { LaunchOptions } from "../launch-options.ts";
import type { Options } from "./options.ts";

/** Who launches, and when they were asked to approve the way back. */
export interface People extends LaunchOptions {
  askedAt(): number | null;
}

export function peopleOf({ rehearsed, interactive }: Options): People {
  let askedAt: number | null = null;
  return {
    tag: rehearsed.tag,
    askedAt: () => askedAt,
    async review(environment) {
      if (environment === "production-rollback") askedAt = Date.now();
      if (!interactive) return "approved";
      return (await asked(`Approve the environment ${environment}? [y/n] `)) ? "approved" : "rejected";
    },
    onJob: (job: JobStatus) => console.log(`▸ ${job.name}: ${job.conclusion ?? job.status}`),
  };
}

/** A tester who is told a scenario and says whether it works. */
export function walk(title: string, steps: readonly string[]): Promise<boolean> {
  const numbered = steps.map((step, index) => `  ${index + 1}. ${step}`).join("\n");
  return asked(`${title}\n${numbered}\nDoes it work? [y/n] `);
}

async function asked(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return answer.trim().toLowerCase().startsWith("y");
}
