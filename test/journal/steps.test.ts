import assert from "node:assert/strict";
import { test } from "node:test";
import { definitionOf, everyStep, kindOf } from "../../src/journal/steps/steps.ts";
import { messagesOf } from "../../src/locale/locale.ts";
import { outline } from "../../src/stages/outline/outline.ts";
import { samplePlan } from "../plan/sample-plan.ts";

const idOf = (step: ReturnType<typeof everyStep>[number]) => ("prefix" in step ? step.prefix : step.id);

test("every step has a name of its own, and is found by it", () => {
  const ids = everyStep().map(idOf);
  assert.deepEqual(ids.toSorted(), [...new Set(ids)].toSorted());
  for (const step of everyStep()) {
    const id = "prefix" in step ? step.of("one", "app-1").id : step.on("app-1").id;
    assert.equal(definitionOf(id), step, id);
  }
});

test("an id that only begins like a step's is nobody's", () => {
  assert.equal(kindOf("backup.copying"), undefined);
  assert.equal(definitionOf("backup.copy-2@db-1"), undefined);
  assert.equal(definitionOf(""), undefined);
});

test("every line of the checklist is a step that is defined, with its title", () => {
  const plan = samplePlan();
  for (const { id, title } of outline(plan, messagesOf(plan)).flatMap(({ lines }) => lines)) {
    assert.notEqual(definitionOf(id), undefined, id);
    assert.notEqual(title, "", id);
  }
});
