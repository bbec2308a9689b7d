import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { action as checklist } from "../../src/actions/checklist.ts";
import { action as maintenance } from "../../src/actions/maintenance.ts";
import { readInputs } from "../../src/actions/runner/read-inputs.ts";
import { UserError } from "../../src/core/errors.ts";

/** As the runner hands inputs over. */
function given(inputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(inputs)) process.env[`INPUT_${name.toUpperCase()}`] = value;
}

afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith("INPUT_")) delete process.env[name];
});

const all = {
  token: "t",
  plan: ".github/golive.yml",
  "ssh-key": "",
  "notice-keys": "",
  launch: "l",
  state: "on",
};

test("every input by its name, trimmed; the optional one may be empty", () => {
  given({ ...all, launch: " l\n" });
  assert.deepEqual({ ...readInputs(maintenance.inputs) }, all);
});

test("all problems are told together", () => {
  given({ token: "t", launch: " ", state: "sideways" });
  assert.throws(
    () => readInputs(maintenance.inputs),
    (error) => {
      assert.ok(error instanceof UserError);
      assert.deepEqual(
        error.problems.map(({ where, what }) => [where, what]),
        [
          ["input plan", "is empty"],
          ["input launch", "is empty"],
          ["input state", 'is "sideways"'],
        ],
      );
      assert.equal(error.problems[2]?.mend, "use one of: on, off");
      return true;
    },
  );
});

test("a required choice that is left out is empty, not a wrong choice", () => {
  given({ ...all, state: "" });
  assert.throws(() => readInputs(maintenance.inputs), /^UserError: input state: is empty/);
});

test("a value is never shown whole", () => {
  given({ ...all, state: "x".repeat(500) });
  assert.throws(
    () => readInputs(maintenance.inputs),
    (error) => error instanceof UserError && error.message.length < 120,
  );
});

test("an input of several lines is kept", () => {
  const results = '{\n  "open": { "result": "success" }\n}';
  given({ ...all, results });
  assert.equal(readInputs(checklist.inputs).results, results);
});
