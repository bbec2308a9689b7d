import assert from "node:assert/strict";
import { test } from "node:test";
import { annotate, fail, runnerLog, warn } from "../../src/actions/runner/runner-log.ts";
import { marksOf } from "../../src/actions/verify.ts";
import { judgeSmoke } from "../../src/checks/kinds/smoke/judge.ts";
import type { SmokeCheck } from "../../src/checks/kinds/smoke/schema.ts";
import { createKnown } from "../../src/core/redact/known.ts";
import { CommandError, errorText, UserError } from "../../src/core/errors.ts";
import { command } from "../../src/core/command.ts";
import { parseLogCommand } from "@golive/actions-runner";
import { type Hostile, hostileTexts, randomFrom } from "./hostile-texts.ts";

/** More of them on request: HOSTILE_TEXTS=100000. */
const count = Number(process.env.HOSTILE_TEXTS ?? 5000);

const check: SmokeCheck = {
  kind: "smoke",
  id: "s",
  host: "app-1",
  path: "smoke",
  run: ["tests"],
  leastTests: 1,
  mostSkipped: 0,
  env: {},
  timeout: 600,
  required: true,
  limit: 900,
};

/** What the process printed meanwhile, as the runner splits it. */
function printed(work: () => void): string[] {
  const write = process.stdout.write;
  let text = "";
  process.stdout.write = ((part: string) => {
    text += part;
    return true;
  }) as typeof process.stdout.write;
  try {
    work();
  } finally {
    process.stdout.write = write;
  }
  return text.split(/\r\n|[\r\n]/);
}

/** All that golive says of these texts on the log, and how many annotations of its own it makes. */
function tell({ junit, fileName, title }: Hostile, known: ReturnType<typeof createKnown>): number {
  const judged = judgeSmoke(check, { code: 1, report: junit, known });
  const marks = marksOf([{ id: "s", title, required: true, ...judged }]);
  runnerLog.info(`${title}: ${judged.verdict}: ${judged.evidence}`);
  for (const line of judged.details ?? []) runnerLog.info(line);
  for (const { text, file, line } of marks) annotate(text, { title: `golive ${title}`, file, line });
  annotate(title, { title, file: fileName, line: 1 });
  const error = new UserError({ code: "of-a-test", what: title, where: fileName, mend: title });
  runnerLog.error(errorText(error));
  const asked = command("python", ["manage.py", "migrate", fileName]);
  const ended = { code: 1, stdout: "", stderr: `${title}\n${fileName}`, seconds: 1, timedOut: false };
  runnerLog.info(errorText(new CommandError("app-1", asked, ended)));
  runnerLog.warn(title);
  warn(fileName);
  fail(errorText(error));
  return marks.length + 4;
}

test(`of ${count} hostile reports, file names and titles none is a command of the log`, () => {
  const random = randomFrom(20261124);
  const known = createKnown({ names: ["test_booking"], files: ["smoke/test_site.py"] });
  const exitCode = process.exitCode;
  for (let number = 0; number < count; number++) {
    const hostile = hostileTexts(random);
    let own = 0;
    const lines = printed(() => (own = tell(hostile, known)));
    const commands = lines.flatMap((line) => parseLogCommand(line) ?? []);
    const names = commands.map(({ name }) => name);
    assert.ok(
      names.length === own && names.every((name) => name === "error" || name === "warning"),
      `${number}: ${JSON.stringify({ hostile, names })}`,
    );
    // What an annotation says is shown as lines too.
    for (const { message, properties } of commands)
      for (const line of [...message.split(/[\r\n]/), ...Object.values(properties)])
        assert.equal(parseLogCommand(line), undefined, line);
  }
  process.exitCode = exitCode;
});
