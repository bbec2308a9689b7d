import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";

const base = process.env.BASE_URL.replace(/\/$/, "");

async function call(method, path, body) {
  const options =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const answer = await fetch(base + path, { method, ...options });
  return [answer.status, await answer.text()];
}

const booking = { uuid: randomUUID(), client: "T-000001", starts_at: "2026-12-01T09:00:00+03:00", minutes: 50 };
before(async () => assert.equal((await call("POST", "/api/bookings/", booking))[0], 201));
after(() => call("DELETE", `/api/bookings/${booking.uuid}/`));

test("health", async () => {
  const [status, text] = await call("GET", "/health/");
  assert.deepEqual([status, JSON.parse(text)], [200, { status: "ok" }]);
});

test("the version is known", async () => {
  const { version } = JSON.parse((await call("GET", "/version/"))[1]);
  assert.equal(version, process.env.EXPECTED_VERSION ?? version);
  assert.match((await call("GET", "/metrics"))[1], new RegExp(`app_build_info\\{version="${version}"\\} 1`));
});

test("clients are listed", async () => {
  assert.ok(JSON.parse((await call("GET", "/api/clients/?limit=5"))[1]).clients.length > 0);
});

test("a booking can be read", async () => {
  const [status, text] = await call("GET", `/api/bookings/${booking.uuid}/`);
  assert.deepEqual([status, JSON.parse(text).client], [200, booking.client]);
});

test("a repeated booking is the same", async () => {
  assert.equal((await call("POST", "/api/bookings/", booking))[0], 200);
  assert.equal((await call("POST", "/api/bookings/", { ...booking, minutes: 80 }))[0], 409);
});

test("an unknown booking is not found", async () => {
  assert.equal((await call("GET", `/api/bookings/${randomUUID()}/`))[0], 404);
});
