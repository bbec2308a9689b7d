import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { test } from "node:test";
import { UserError } from "../../src/core/errors.ts";
import { carrying, newToken } from "../../src/load-balancer/bypass.ts";
import { probe } from "../../src/hosts/requests/probe.ts";
import { look, prove, proveBypass } from "../../src/load-balancer/proof.ts";
import { serve } from "../checks/serve.ts";
import { samplePlan } from "../plan/sample-plan.ts";

const closed: RequestListener = (_, answer) => answer.writeHead(503, { "x-golive-maintenance": "on" }).end("back soon");
const open: RequestListener = (_, answer) => answer.end("welcome");
const bare: RequestListener = (_, answer) => answer.writeHead(503).end();
const answering =
  (status: number): RequestListener =>
  (_, answer) =>
    answer.writeHead(status, { location: "/login" }).end();

const planAt = (address: string, addresses: string[] = []) =>
  samplePlan({ site: { url: `http://${address}/` }, loadBalancer: { addresses } });
const told = (what: string, where: string, mend: RegExp) => (error: unknown) =>
  error instanceof UserError &&
  error.problems.length === 1 &&
  error.problems[0]?.what === what &&
  error.problems[0].where === where &&
  mend.test(error.problems[0].mend ?? "");

test("closed: three looks in a row", async (t) => {
  let asked = 0;
  const address = await serve(t, (request, answer) => (asked++, closed(request, answer)));
  assert.equal(await prove(planAt(address), "closed"), `3 looks in a row at ${address}: 503`);
  assert.equal(asked, 3);
});

test("open: five looks in a row", async (t) => {
  let asked = 0;
  const address = await serve(t, (request, answer) => (asked++, open(request, answer)));
  assert.equal(await prove(planAt(address), "open"), `5 looks in a row at ${address}: 200`);
  assert.equal(asked, 5);
});

for (const status of [204, 301, 302, 401, 403, 404]) {
  test(`open: a site that answers ${status} is open`, async (t) => {
    assert.match(await prove(planAt(await serve(t, answering(status))), "open"), new RegExp(`: ${status}$`));
  });
}

const failures: readonly [string, RequestListener, "closed" | "open", string, RegExp][] = [
  [
    "the site is still there",
    open,
    "closed",
    "visitors get status 200, not the maintenance page",
    /status 503 and the header X-Golive-Maintenance/,
  ],
  [
    "a 503 of somebody else's",
    bare,
    "closed",
    "visitors get status 503 that is not the page's, not the maintenance page",
    /X-Golive-Maintenance/,
  ],
  [
    "the header on another status",
    (_, answer) => answer.writeHead(200, { "x-golive-maintenance": "on" }).end(),
    "closed",
    "visitors get status 200, not the maintenance page",
    /503/,
  ],
  ["the page is still up", closed, "open", "visitors get the maintenance page, not the site", /error log/],
  ["the service is broken", answering(500), "open", "visitors get status 500, not the site", /service behind it/],
  ["a gateway without a service", answering(502), "open", "visitors get status 502, not the site", /service behind it/],
  [
    "the connection breaks",
    (request) => request.socket.destroy(),
    "open",
    "visitors get no answer (ECONNRESET), not the site",
    /can the runner reach this address/,
  ],
  [
    "the connection breaks while closing",
    (request) => request.socket.destroy(),
    "closed",
    "visitors get no answer (ECONNRESET), not the maintenance page",
    /can the runner reach this address/,
  ],
];

for (const [name, listener, wanted, what, mend] of failures) {
  test(`not proved: ${name}`, async (t) => {
    const address = await serve(t, listener);
    await assert.rejects(prove(planAt(address), wanted, 0), told(what, address, mend));
  });
}

test("the token leads past the page to whatever is there, a service that fails or breaks off too", async (t) => {
  const token = newToken();
  for (const behind of [
    open,
    answering(500),
    bare,
    (request) => request.socket.destroy(),
  ] satisfies RequestListener[]) {
    const address = await serve(t, (request, answer) =>
      (carrying(token).some((headers) =>
        Object.entries(headers).every(([name, value]) => request.headers[name.toLowerCase()] === value),
      )
        ? behind
        : closed)(request, answer),
    );
    assert.equal(await proveBypass(planAt(address), token, [""]), "the token leads past it; 3 that are none do not");
  }
});

test("a balancer that takes one of the two ways only, or anything for a token, is named", async (t) => {
  const token = newToken();
  const header = await serve(t, (request, answer) =>
    (request.headers["x-golive-bypass"] === token ? open : closed)(request, answer),
  );
  await assert.rejects(
    proveBypass(planAt(header), token, []),
    told("with the launch's token one gets the maintenance page, not the site", header, /as docs/),
  );
  const any = await serve(t, (request, answer) =>
    (request.headers["x-golive-bypass"] !== undefined || request.headers.cookie !== undefined ? open : closed)(
      request,
      answer,
    ),
  );
  await assert.rejects(
    proveBypass(planAt(any), token, []),
    told("what is not a token of this launch leads past the page: one gets status 200", any, /as docs/),
  );
});

test("one look that is not so resets the count", async (t) => {
  let asked = 0;
  const address = await serve(t, (request, answer) => (++asked === 3 ? open : closed)(request, answer));
  await prove(planAt(address), "closed", 10);
  assert.equal(asked, 6);
});

test("a site that flaps is never proved", async (t) => {
  let asked = 0;
  const address = await serve(t, (request, answer) => (asked++ % 2 ? open : closed)(request, answer));
  await assert.rejects(prove(planAt(address), "closed", 1.2), UserError);
});

test("a site that settles in time is proved", async (t) => {
  const from = Date.now() + 700;
  const address = await serve(t, (request, answer) => (Date.now() < from ? open : closed)(request, answer));
  assert.match(await prove(planAt(address), "closed", 10), /^3 looks in a row/);
});

test("one of two addresses is stale: it alone is named", async (t) => {
  const [first, second] = [await serve(t, closed), await serve(t, open)];
  const plan = planAt("clinic.example", [first, second]);
  await assert.rejects(
    prove(plan, "closed", 0),
    told("visitors get status 200, not the maintenance page", second, /503/),
  );
  await assert.rejects(
    prove(plan, "open", 0),
    told("visitors get the maintenance page, not the site", first, /error log/),
  );
  const sights = await look(plan);
  assert.deepEqual(
    sights.map((sight) => [sight.address, sight.closed]),
    [
      [first, true],
      [second, false],
    ],
  );
});

test("every address is asked for the site by its own name", async (t) => {
  const names: (string | undefined)[] = [];
  const listener: RequestListener = (request, answer) => (names.push(request.headers.host), closed(request, answer));
  const both = [await serve(t, listener), await serve(t, listener)];
  assert.equal(await prove(planAt("clinic.example", both), "closed"), `3 looks in a row at ${both.join(", ")}: 503`);
  assert.deepEqual([...new Set(names)], ["clinic.example"]);
});

test("the plan's own header counts, in whatever case", async (t) => {
  const address = await serve(t, (_, answer) => answer.writeHead(503, { "x-CLINIC-closed": "1" }).end());
  const plan = samplePlan({ site: { url: `http://${address}/` }, loadBalancer: { header: "X-Clinic-Closed" } });
  assert.match(await prove(plan, "closed"), /503$/);
});

test("probe: path and query are kept, redirects are not followed, each look is a connection of its own", async (t) => {
  const seen: string[] = [];
  const ports = new Set<number | undefined>();
  const address = await serve(t, (request, answer) => {
    seen.push(request.url ?? "");
    ports.add(request.socket.remotePort);
    answer.writeHead(302, { location: "/b", "set-cookie": ["a=1", "b=2"] }).end("moved");
  });
  const answer = await probe(`http://${address}/a/?b=c%20d#e`);
  await probe(`http://${address}/a/?b=c%20d#e`);
  assert.deepEqual(
    [answer.status, answer.body, answer.headers.location, answer.headers["set-cookie"]],
    [302, "moved", "/b", "a=1, b=2"],
  );
  assert.deepEqual(seen, ["/a/?b=c%20d", "/a/?b=c%20d"]);
  assert.equal(ports.size, 2);
});

test("probe: silence, a trickle and a flood all end", async (t) => {
  const silent = await serve(t, () => {});
  assert.match((await probe(`http://${silent}/`, { timeoutSeconds: 0.2 })).error ?? "", /^no answer within 0\.2 s$/);
  const trickle = await serve(t, (_, answer) => {
    const timer = setInterval(() => answer.write("x"), 50);
    answer.on("close", () => clearInterval(timer));
  });
  const slow = await probe(`http://${trickle}/`, { timeoutSeconds: 0.3 });
  assert.equal(slow.status, 0);
  assert.ok(slow.seconds < 2);
  const flood = await serve(t, (_, answer) => answer.end("y".repeat(8 << 20)));
  const big = await probe(`http://${flood}/`);
  assert.equal(big.status, 200);
  assert.ok(big.body.length < 2 << 20);
});

test("a page without a header of its own is known by the plan's text", async (t) => {
  const page: RequestListener = (_, answer) => answer.writeHead(503).end("<h1>We are back at 04:00</h1>");
  const address = await serve(t, page);
  const plan = planAt(address);
  const told = { ...plan, loadBalancer: { ...plan.loadBalancer, pageText: "back at 04:00" } };
  assert.match(await prove(told, "closed"), /^3 looks in a row/);
  await assert.rejects(prove(plan, "closed", 0), UserError);
  const other = await serve(t, bare);
  await assert.rejects(
    prove({ ...told, site: { url: `http://${other}/` } }, "closed", 0),
    (error) => error instanceof UserError && /page-text/.test(error.problems[0]?.mend ?? ""),
  );
});
