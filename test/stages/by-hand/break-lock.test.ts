import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry, Event } from "../../../src/journal/event.ts";
import type { Owner } from "../../../src/journal/lock.ts";
import { breakLock } from "../../../src/stages/by-hand/break-lock.ts";
import type { Connections } from "../../../src/stages/launch/connect/connect.ts";
import type { Launch } from "../../../src/stages/launch/context.ts";
import { launchFor, recordedHost } from "../launch-for.ts";

const opened = (launch: Launch): Event => ({ kind: "opened", opened: launch.release });

/** A launch whose lock is held so many seconds after its last sign of life, as a person at the keyboard reaches it. */
function heldFor(silentSeconds: number | null, events: (launch: Launch) => readonly Event[] = (one) => [opened(one)]) {
  const { host } = recordedHost("app-1");
  const { launch, entries, told } = launchFor({ hosts: [host] });
  for (const event of events(launch)) void launch.record(event);
  const owners: string[] = [];
  const { lock } = launch;
  const reached: Connections = {
    hosts: launch.hosts,
    control: host,
    journal: launch.journal,
    lock: {
      ...lock,
      async held() {
        const held = await lock.held();
        return held === null ? null : { ...held, silentSeconds };
      },
      takeOver: async (dead: Owner, owner: Owner) => (owners.push(owner.actor), lock.takeOver(dead, owner)),
    },
    bind() {},
    bound: () => false,
    close: async () => {},
  };
  const unlock = () => breakLock(launch.plan, reached, { who: "vera", because: "the runner burnt", log: launch.log });
  return { launch, entries, told, owners, reached, unlock };
}

const kindsOf = (entries: readonly Entry[]) => entries.map(({ kind }) => kind);

test("the lock of a run that is silent is broken, and its launch ends when it had changed nothing", async () => {
  const { entries, owners, reached, unlock } = heldFor(600);
  assert.match(await unlock(), /^The lock is free\. That launch had changed nothing\.$/);
  assert.deepEqual(kindsOf(entries), ["opened", "note", "ended"]);
  assert.deepEqual(owners, ["vera"]);
  assert.equal(await reached.lock.held(), null);
  const ended = entries.find((entry) => entry.kind === "ended");
  assert.match(ended?.because ?? "", /^vera broke the lock of run 7: the runner burnt$/);
});

test("a launch that is half done stays so, for the next one of the same tag", async () => {
  const { entries, unlock } = heldFor(600, (launch) => [
    opened(launch),
    { kind: "step", step: "isolate.on", status: "done" },
  ]);
  assert.match(await unlock(), /The launch of v1\.1\.0 is half done: launch v1\.1\.0 again/);
  assert.deepEqual(kindsOf(entries), ["opened", "step", "note"]);
});

test("a run that lives keeps its lock, and nobody's cannot be broken", async () => {
  const alive = heldFor(5);
  await assert.rejects(alive.unlock(), /run 7 of anna, v1\.1\.0, since .*\[lock-held\]/);
  assert.deepEqual([kindsOf(alive.entries), alive.owners], [["opened"], []]);
  const free = heldFor(600);
  const held = await free.reached.lock.held();
  assert.ok(held);
  await free.reached.lock.release(held.owner);
  await assert.rejects(free.unlock(), /nobody holds the launch lock \[lock-free\]/);
});

test("one that never gave a sign of life is broken", async () => {
  assert.match(await heldFor(null).unlock(), /^The lock is free/);
});
