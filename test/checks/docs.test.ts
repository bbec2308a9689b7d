import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { parse } from "yaml";
import { checkSchema } from "../../src/checks/registry.ts";
import { annotationSchema, silenceSchema } from "../../src/monitoring/schema.ts";
import { auth } from "../../src/plan/schema/fields.ts";

test("what docs/metrics-and-logs.md shows is a plan", async () => {
  const text = await readFile(new URL("../../docs/metrics-and-logs.md", import.meta.url), "utf8");
  const kinds: string[] = [];
  for (const [, block = ""] of text.matchAll(/```yaml\n([\s\S]*?)```/g)) {
    if (block.startsWith("auth:")) {
      for (const line of block.trim().split("\n")) auth.parse((parse(line) as { auth: unknown }).auth);
      continue;
    }
    const found = parse(block) as
      | { verify?: { checks: unknown[] }; silence?: unknown; annotation?: unknown }
      | unknown[];
    if (!Array.isArray(found) && found.silence !== undefined) {
      parsed(silenceSchema, found.silence);
      parsed(annotationSchema, found.annotation);
      continue;
    }
    for (const check of Array.isArray(found) ? found : (found.verify?.checks ?? []))
      kinds.push(parsed(checkSchema, check).kind);
  }
  assert.deepEqual(kinds, ["prometheus", "loki", "elasticsearch", "grafana"]);
});
