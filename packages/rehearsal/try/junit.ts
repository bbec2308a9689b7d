import { readFile } from "node:fs/promises";
import { marksOf } from "../../../src/actions/verify.ts";
import { judgeSmoke } from "../../../src/checks/kinds/smoke/judge.ts";
import { createKnown } from "../../../src/core/redact/known.ts";
import type { SmokeCheck } from "../../../src/checks/kinds/smoke/schema.ts";
import { type Front, TryProblem } from "./front.ts";

const check: SmokeCheck = {
  kind: "smoke",
  id: "smoke",
  host: "here",
  path: "smoke",
  run: ["tests"],
  leastTests: 1,
  mostSkipped: 0,
  env: {},
  timeout: 600,
  required: true,
  limit: 900,
};

/** How a report of tests is judged, and all of it that golive would publish when its tree is empty. */
export const junit: Front = {
  usage: "FILE [--known NAME,NAME]",
  about: "how a JUnit report is judged, and what of it is published; --known: names and files of the release's tree",

  async run([file, option, list, ...more]) {
    if (file === undefined || more.length > 0) throw new TryProblem("one file is wanted");
    if (option !== undefined && (option !== "--known" || list === undefined))
      throw new TryProblem("only --known NAME,NAME");
    const report = await readFile(file, "utf8").catch(() => {
      throw new TryProblem(`there is no such file: ${file}`);
    });
    const names = (list ?? "").split(",").filter((name) => name !== "");
    const known = createKnown({ names, files: names.filter((name) => /[/.]/.test(name)) });
    const judged = judgeSmoke(check, { code: report.includes("<failure") ? 1 : 0, report, known });
    const marks = marksOf([{ id: check.id, title: "", required: true, ...judged }]);
    const places = marks.map((mark) => [mark.text, mark.file ?? "", mark.line ?? ""].join(" ").trim());
    return { verdict: judged.verdict, published: [judged.evidence, ...(judged.details ?? []), ...places] };
  },
};
