import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { report } from "../stages/report.ts";
import { watch } from "../stages/watch.ts";
import { type Action, common } from "./action.ts";

export const action: Action = {
  inputs: { ...common, tag: { required: true }, state: { required: true, oneOf: ["watch", "report"] } },
  outputs: ["end", "because", "evidence"],
  async run(context, { tag = "", state = "" }) {
    if (state === "watch") {
      const { end, because } = await watch(context, tag);
      return { outputs: { end, because, evidence: "" } };
    }
    const { text, evidence } = await report(context, tag);
    const file = join(context.jobDirectory, "evidence.json");
    await writeFile(file, `${JSON.stringify(evidence, null, 2)}\n`);
    return { outputs: { end: "", because: "", evidence: file }, summary: text };
  },
};
