import assert from "node:assert/strict";
import { test } from "node:test";
import { fitText } from "../../src/core/text/fit.ts";

const rest = "… the rest is elsewhere";

test("a text that fits stays as it is", () => {
  assert.equal(fitText("a\nb", 3, rest), "a\nb");
});

test("of a longer one whole lines are kept, and it is said that there is more", () => {
  const text = Array.from({ length: 1000 }, (_, i) => `строка ${i}`).join("\n");
  const fitted = fitText(text, 500, rest);
  assert.ok(fitted.length <= 500);
  assert.ok(fitted.endsWith(`\n\n${rest}`));
  assert.ok(text.startsWith(`${fitted.slice(0, -rest.length - 2)}\n`), "cut between lines");
});

test("blocks and folds are closed", () => {
  const long = "x\n".repeat(900);
  assert.match(
    fitText(`a\n<details><summary>s</summary>\n\n${long}</details>`, 300, rest),
    /\n\n<\/details>\n\n… the rest/,
  );
  assert.match(fitText(`a\n\`\`\`mermaid\n${long}\`\`\`\n`, 300, rest), /\n```\n\n… the rest/);
  assert.match(
    fitText(`<details>\n\n\`\`\`\n${long}\`\`\`\n\n</details>`, 300, rest),
    /\n```\n\n<\/details>\n\n… the rest/,
  );
});

test("one long line is cut, and no character is halved", () => {
  const fitted = fitText("🌈".repeat(500), 300, rest);
  assert.ok(fitted.length <= 300 && fitted.isWellFormed(), fitted);
});
