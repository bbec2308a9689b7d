import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";

const base = process.env.BASE_URL.replace(/\/$/, "");

test("a booking tells when it ends", async () => {
  const booking = { uuid: randomUUID(), client: "T-000001", starts_at: "2026-12-01T09:00:00+03:00", minutes: 50 };
  const headers = { "content-type": "application/json" };
  await fetch(`${base}/api/bookings/`, { method: "POST", body: JSON.stringify(booking), headers });
  const answer = await fetch(`${base}/api/bookings/${booking.uuid}/`);
  assert.equal(answer.status, 200);
  assert.equal((await answer.json()).ends_at, "2026-12-01T06:50:00.000Z");
  await fetch(`${base}/api/bookings/${booking.uuid}/`, { method: "DELETE" });
});
