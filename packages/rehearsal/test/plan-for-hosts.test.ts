import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadPlan } from "../../../src/plan/load.ts";
import { chooseSurroundings } from "../hosts/around.ts";
import { hostsFacts } from "../hosts/facts.ts";
import { planForHosts } from "../plan/plan-for-hosts.ts";
import { withWatch } from "../rehearse/testers.ts";
import { cases } from "../rehearse/cases.ts";
import { django } from "../services/django/django.ts";

const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPLq6Wd9BlUOsGQ1BZyPJNN9gmTdJVmLkUqKXJr3YlY7";
const keys = { lb: key, "app-1": key, "app-2": key, db: key };

describe("the plan of four machines", () => {
  const bare = hostsFacts("/tmp/x", "198.18.7", keys, "/usr/lib/postgresql/15/bin");

  test("with what stands around them it holds, in every case of a rehearsal, and is watched", async (t) => {
    const parts: { stop(): Promise<unknown> }[] = [];
    t.after(() => Promise.all(parts.map((part) => part.stop())));
    const token = () => "1:x";
    const around = await chooseSurroundings("198.18.7", token, (part) => void parts.push(part));
    for (const [name, { tag, change }] of Object.entries(cases)) {
      const text = planForHosts({ ...bare, around }, tag, (plan, of) => {
        withWatch(plan);
        if (name !== "stubborn") change?.(plan, of, django);
      });
      const plan = loadPlan(text, name);
      assert.ok(plan.watch?.prometheus !== undefined, name);
      const kinds = plan.verify.checks.map(({ kind }) => kind);
      assert.ok(
        ["dns", "telegram-bot", "prometheus", "loki"].every((kind) => kinds.includes(kind as "dns")),
        name,
      );
    }
  });

  test("without it nothing can be watched, and that is said before anything is built", () => {
    assert.throws(() => planForHosts(bare, "v1.1.0", (plan) => withWatch(plan)), /collects no metrics/);
  });
});
