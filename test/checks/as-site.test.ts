import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { freePorts } from "../../packages/rehearsal/production/processes/free-ports.ts";
import { pollUntil } from "../../packages/rehearsal/production/processes/poll-until.ts";
import { askingOf, isAskedAsSite } from "../../src/checks/asking/request.ts";
import { curl } from "../../src/checks/kinds/http/curl.ts";
import { checkHttp } from "../../src/checks/kinds/http/http.ts";
import type { HttpCheck } from "../../src/checks/kinds/http/schema.ts";
import { checkSchema } from "../../src/checks/registry.ts";
import { asSite } from "../../src/hosts/requests/as-site.ts";
import { localHost } from "../../src/hosts/local.ts";
import { parsed } from "../../src/plan/camel-keys.ts";
import { loadPlan } from "../../src/plan/load.ts";
import type { Plan } from "../../src/plan/schema/schema.ts";
import { healthProblem } from "../../src/stages/deploy/health.ts";
import { samplePlanText } from "../plan/sample-plan.ts";
import { hostsOf } from "./hosts-of.ts";
import { serve } from "./serve.ts";

const site = "https://clinic.example.org/health/";

/** A Django as productions have it: the site's name only, and whoever did not come by https is sent there. */
const django = `
import json, sys
from django.conf import settings
from django.http import HttpResponse
from django.urls import path
settings.configure(
  ALLOWED_HOSTS=["clinic.example.org"], SECURE_SSL_REDIRECT=True, SECRET_KEY="x", ROOT_URLCONF=__name__, USE_TZ=True,
  SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"),
  MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"])
def told(request):
  return HttpResponse(json.dumps({"version": "v1.2.0", "secure": request.is_secure(), "host": request.get_host()}))
urlpatterns = [path("health/", told), path("version/", told)]
from django.core.wsgi import get_wsgi_application
from wsgiref.simple_server import make_server
make_server("127.0.0.1", int(sys.argv[1]), get_wsgi_application()).serve_forever()
`;

async function startDjango(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "golive-as-site-"));
  const [port = 0] = await freePorts(1);
  await writeFile(join(directory, "app.py"), django);
  const child = spawn("/usr/bin/python3", [join(directory, "app.py"), String(port)], { stdio: "ignore" });
  t.after(async () => {
    const ended = once(child, "exit");
    child.kill();
    await ended;
    await rm(directory, { recursive: true });
  });
  const url = `http://127.0.0.1:${port}`;
  await pollUntil(async () => (await fetch(url, { redirect: "manual" })).status > 0, { what: "Django is not there" });
  return url;
}

function planAt(service: string, preset = "django"): Plan {
  const text = samplePlanText
    .replace("http://127.0.0.1:8080/", site)
    .replace('"http://127.0.0.1:8000/health/" }', `"${service}/health/", version: { url: "${service}/version/" } }`)
    .replace("preset: django", preset === "node" ? "preset: node, env-file: /etc/clinic.env" : `preset: ${preset}`)
    .replace("http://127.0.0.1:8000/", `${service}/health/`);
  return loadPlan(text, "sample.yml");
}

const local = localHost("app-1");
const release = { tag: "v1.2.0", commit: "c".repeat(40) };

test("a real Django that knows the site's name only is asked as the site, without a word in the plan", async (t) => {
  const service = await startDjango(t);
  const plan = planAt(service);
  assert.equal((await curl(local, `${service}/health/`, 5)).status, 400, "as golive asked before");
  assert.equal(await healthProblem(local, plan, release), null);
  const check = (change: object) => ({
    ...(parsed(checkSchema, {
      kind: "http",
      id: "own",
      from: "app-1",
      url: `${service}/health/`,
      tries: 1,
    }) as HttpCheck),
    ...change,
  });
  const asked = { plan, expected: release, hosts: hostsOf(local) };
  const passes = [
    check({
      json: [
        { path: "secure", equals: true },
        { path: "host", equals: "clinic.example.org" },
      ],
    }),
    // Without `from:` the runner asks, on the same machine here.
    check({ from: undefined }),
    check({ asSite: false, requestHeaders: { Host: "clinic.example.org", "X-Forwarded-Proto": "https" } }),
  ];
  for (const one of passes) assert.deepEqual((await checkHttp(one, asked)).verdict, "pass", JSON.stringify(one));
  const plain = await checkHttp(check({ asSite: false }), asked);
  assert.match(plain.evidence, /^status 400 /);
  // Only the name: Django sends whoever did not come by https there.
  const named = await checkHttp(check({ asSite: false, requestHeaders: { host: "clinic.example.org" } }), asked);
  assert.match(named.evidence, /^status 301 /);
  assert.match(
    (await healthProblem(local, { ...plan, health: { ...plan.health, asSite: false } }, null)) ?? "",
    /answers 400$/,
  );
});

test("another address, another preset, and the site itself are asked as they stand", () => {
  const own = "http://127.0.0.1:8000";
  const plan = planAt(own);
  assert.equal(isAskedAsSite(plan, { url: `${own}/version/` }), true);
  assert.equal(isAskedAsSite(plan, { url: "http://127.0.0.1:9200/" }), false, "a search index is not the service");
  assert.equal(isAskedAsSite(plan, { url: "http://127.0.0.1:9200/", asSite: true }), true);
  assert.equal(isAskedAsSite(plan, { url: "https://clinic.example.org/", asSite: true }), false);
  assert.equal(isAskedAsSite(planAt(own, "node"), { url: `${own}/health/` }), false);
  assert.deepEqual(askingOf(plan, { url: `${own}/a`, requestHeaders: { HOST: "b.example.org" } }).headers, {
    host: "b.example.org",
    "x-forwarded-proto": "https",
  });
});

test("an address that speaks TLS itself is spoken to by the site's name", () => {
  assert.deepEqual(asSite("https://10.0.0.5:8443/health/?a=1", site), {
    url: "https://clinic.example.org:8443/health/?a=1",
    headers: { host: "clinic.example.org", "x-forwarded-proto": "https" },
    address: "10.0.0.5:8443",
  });
  assert.equal(asSite("https://[::1]/x", site).address, "[::1]:443");
});

test("a key goes from the host's file into curl, together with the other headers, and the answer's headers are read", async (t) => {
  const address = await serve(t, ({ headers }, answer) => {
    const right = headers["x-api-key"] === 'k"1' && headers["accept-language"] === "de";
    answer.writeHead(right ? 200 : 401, { "X-Version": "v1.2.0" }).end("ok");
  });
  const directory = await mkdtemp(join(tmpdir(), "golive-as-site-"));
  t.after(() => rm(directory, { recursive: true }));
  await writeFile(join(directory, "env"), 'KEY=k"1\n');
  const check = parsed(checkSchema, {
    kind: "http",
    id: "own",
    from: "app-1",
    url: `http://${address}/`,
    tries: 1,
    auth: { secret: "KEY", file: join(directory, "env"), header: "X-Api-Key", prefix: "" },
    "request-headers": { "Accept-Language": "de" },
    headers: { "X-Version": "{tag}" },
    contains: "ok",
  }) as HttpCheck;
  const { verdict, evidence } = await checkHttp(check, {
    plan: planAt("http://127.0.0.1:8000"),
    expected: release,
    hosts: hostsOf(local),
  });
  assert.equal(verdict, "pass", evidence);
});
