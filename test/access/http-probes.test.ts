import { parsed } from "../../src/plan/camel-keys.ts";
import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createNetServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test, type TestContext } from "node:test";
import { probeAccess } from "../../src/access/probe.ts";
import { type Access, accessSchema } from "../../src/access/registry.ts";
import { localHost } from "../../src/hosts/local.ts";

const key = `Ri9ht"K\\ey$(id)%41`;
const botToken = "123456789:AAHf_key-OfTheBot0123456789abcdefgh";
const host = localHost("app-1");
type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

let folder: string;
let envFile: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "golive access's-"));
  envFile = join(folder, "settings.env");
  await writeFile(
    envFile,
    [
      `KEY='${key}'`,
      `BOT=${botToken}`,
      "WRONG=wr0ngvalue",
      "EMPTY=",
      "WINDOWS=abc\r",
      "CONTROL=a\u0001bc",
      "COLON=a:b",
      "LOGIN=mailer",
      "BLANKS=  spaced  ",
    ].join("\n"),
    { mode: 0o600 },
  );
});
after(() => rm(folder, { recursive: true, force: true }));

async function serve(t: TestContext, handler: Handler): Promise<string> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk)).on("end", () => handler(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.closeAllConnections(), server.close()));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

async function serveLines(t: TestContext, talk: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createNetServer((socket) => (sockets.add(socket), socket.on("error", () => {}), talk(socket)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (sockets.forEach((socket) => socket.destroy()), server.close()));
  return (server.address() as { port: number }).port;
}

const answer = (response: ServerResponse, status: number, headers: Record<string, string> = {}) =>
  response.writeHead(status, headers).end();
const probe = (plan: Record<string, unknown>, file = envFile) =>
  probeAccess(parsed(accessSchema, { id: "one", within: "2s", ...plan }) as Access, {
    host,
    envFile: file,
    user: undefined,
  });

/** Every word and variable of every process, as anyone with the right may read it. */
function shownByProcesses(): string {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) =>
      ["cmdline", "environ"].map((file) => {
        try {
          return readFileSync(`/proc/${pid}/${file}`, "latin1");
        } catch {
          return "";
        }
      }),
    )
    .join("\n");
}

describe("http", () => {
  const takes =
    (good: string): Handler =>
    (request, response) =>
      answer(response, request.headers.authorization === `Bearer ${good}` ? 200 : 401);
  const table: readonly [
    about: string,
    handler: Handler,
    plan: Record<string, unknown>,
    verdict: string,
    evidence: RegExp,
  ][] = [
    ["the right key", takes(key), {}, "pass", /^status 200 in \d\.\d\d s; a wrong key is refused \(401\)$/],
    [
      "a header and a prefix of its own",
      (request, response) => answer(response, request.headers["x-api-key"] === key ? 204 : 403),
      { header: "X-Api-Key", prefix: "", status: 204 },
      "pass",
      /refused \(403\)/,
    ],
    ["blanks around a value are cut", takes("spaced"), { secret: "BLANKS" }, "pass", /refused/],
    ["a wrong key in the settings", takes(key), { secret: "WRONG" }, "fail", /^the key is refused \(status 401\)$/],
    [
      "a service that takes any key",
      (_, response) => answer(response, 200),
      {},
      "inconclusive",
      /also says yes to a wrong key/,
    ],
    [
      "a service that breaks at a wrong key",
      (request, response) => answer(response, request.headers.authorization === `Bearer ${key}` ? 200 : 500),
      {},
      "inconclusive",
      /says status 500 to a wrong key/,
    ],
    [
      "a service that hangs at a wrong key",
      (request, response) => request.headers.authorization === `Bearer ${key}` && answer(response, 200),
      {},
      "inconclusive",
      /could not be tried/,
    ],
    [
      "a redirect",
      (_, response) => answer(response, 302, { location: "/open" }),
      {},
      "fail",
      /^status 302, expected 200$/,
    ],
    ["a page that is gone", (_, response) => answer(response, 404), {}, "fail", /^status 404/],
    ["a broken service", (_, response) => answer(response, 503), {}, "error", /^status 503/],
    ["asked too often", (_, response) => answer(response, 429), {}, "inconclusive", /429/],
    ["no answer in time", () => {}, { within: "1s" }, "error", /no answer within 1 s/],
    ["a key that is not there", takes(key), { secret: "GONE" }, "fail", /^GONE is not in the settings file$/],
    ["an empty key", takes(key), { secret: "EMPTY" }, "fail", /EMPTY is empty/],
    ["a line end of Windows, as for systemd", takes("abc"), { secret: "WINDOWS" }, "pass", /status 200/],
    ["a control character", takes("abc"), { secret: "CONTROL" }, "fail", /control character/],
  ];
  for (const [about, handler, plan, verdict, evidence] of table) {
    test(`${about}: ${verdict}`, async (t) => {
      const url = await serve(t, handler);
      const found = await probe({ kind: "http", url: `${url}/me`, secret: "KEY", ...plan });
      assert.equal(found.verdict, verdict, found.evidence);
      assert.match(found.evidence, evidence);
      assert.ok(!JSON.stringify(found).includes(key.slice(0, 6)));
    });
  }

  test("nobody listens, it is not HTTP, or the name is none: error", async (t) => {
    const url = await serve(t, () => {});
    const gone = new URL(url).port;
    const port = await serveLines(t, (socket) => socket.end("SSH-2.0-nothing of the kind\r\n"));
    for (const [address, evidence] of [
      [`http://127.0.0.1:1${"/"}`, /no connection/],
      [`http://127.0.0.1:${port}/`, /broke|not the answer|ended with/],
      ["http://nowhere.invalid/", /no address/],
    ] as const) {
      const found = await probe({ kind: "http", url: address, secret: "KEY" });
      assert.equal(found.verdict, "error", `${address} ${found.evidence} ${gone}`);
      assert.match(found.evidence, evidence);
    }
  });

  test("a settings file that cannot be read is an error, no file at all a failure", async (t) => {
    const url = await serve(t, takes(key));
    assert.deepEqual(await probe({ kind: "http", url, secret: "KEY" }, join(folder, "none")), {
      verdict: "error",
      evidence: "the settings file cannot be read",
    });
    const none = await probeAccess(parsed(accessSchema, { id: "one", kind: "http", url, secret: "KEY" }), {
      host,
      envFile: undefined,
      user: undefined,
    });
    assert.equal(none.verdict, "fail");
  });

  test("while it asks, no process shows the key, and a wrong one has its length", async (t) => {
    const seen: string[] = [];
    let shown = "";
    const url = await serve(t, (request, response) => {
      seen.push((request.headers.authorization ?? "").slice("Bearer ".length));
      shown += shownByProcesses();
      answer(response, seen.length === 1 ? 200 : 401);
    });
    assert.equal((await probe({ kind: "http", url, secret: "KEY" })).verdict, "pass");
    assert.equal(seen[0], key);
    assert.notEqual(seen[1], key);
    assert.equal(seen[1]?.length, key.length);
    assert.match(shown, /curl/);
    assert.ok(!shown.includes(key.slice(0, 9)) && !shown.includes(seen[1] ?? "-"));
  });
});

describe("telegram", () => {
  const takes =
    (token: string, denied = 401): Handler =>
    (request, response) =>
      answer(response, request.url === `/bot${token}/getMe` ? 200 : denied);
  for (const [about, handler, secret, verdict] of [
    ["the right token", takes(botToken), "BOT", "pass"],
    ["refused with 404", takes(botToken, 404), "BOT", "pass"],
    ["another token", takes("1:another"), "BOT", "fail"],
    ["any token", (_: IncomingMessage, response: ServerResponse) => answer(response, 200), "BOT", "inconclusive"],
    ["a token of another shape is not sent", takes(botToken), "KEY", "fail"],
    ["out of order", takes(botToken, 502), "WRONG", "error"],
  ] as const) {
    test(`${about}: ${verdict}`, async (t) => {
      const found = await probe({ kind: "telegram", base: await serve(t, handler), secret });
      assert.equal(found.verdict, verdict, found.evidence);
      assert.ok(!found.evidence.includes(botToken.slice(10)));
    });
  }
});

describe("github", () => {
  const takes =
    (end: string | null): Handler =>
    (request, response) =>
      answer(
        response,
        request.url === "/rate_limit" && request.headers.authorization === `Bearer ${key}` ? 200 : 401,
        end === null ? {} : { "GitHub-Authentication-Token-Expiration": end },
      );
  const inDays = (days: number) =>
    `${new Date(Date.now() + days * 86_400_000 + 3_600_000).toISOString().slice(0, 19).replace("T", " ")} UTC`;
  for (const [about, end, plan, verdict, evidence] of [
    ["a token that lasts", inDays(30), {}, "pass", /ends in 30 days/],
    ["a token without an end", null, {}, "pass", /no end is told/],
    ["a token that ends this week", inDays(3), {}, "fail", /ends in 3 days; the plan wants at least 7/],
    ["the same, long enough for the plan", inDays(3), { "least-days": 2 }, "pass", /ends in 3 days/],
    ["an end that cannot be read", "soon", {}, "inconclusive", /cannot be read/],
    ["another token", null, { secret: "WRONG" }, "fail", /refused/],
  ] as const) {
    test(`${about}: ${verdict}`, async (t) => {
      const found = await probe({ kind: "github", base: await serve(t, takes(end)), secret: "KEY", ...plan });
      assert.equal(found.verdict, verdict, found.evidence);
      assert.match(found.evidence, evidence);
      assert.equal(found.expires !== undefined, end !== null && end !== "soon");
    });
  }
});

describe("s3", () => {
  /** Signature version 4, worked out from the request as the storage does. */
  function signed(request: IncomingMessage, secret: string, body: string): boolean {
    const [, id, date, region, names, signature] =
      /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
        request.headers.authorization ?? "",
      ) ?? [];
    if (id !== "mailer" || !names?.includes("host") || !names.includes("x-amz-content-sha256")) return false;
    const hash = createHash("sha256").update(body).digest("hex");
    if (request.headers["x-amz-content-sha256"] !== hash) return false;
    const headers = names
      .split(";")
      .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
      .join("");
    const canonical = [request.method, request.url, "", headers, names, hash].join("\n");
    const text = [
      "AWS4-HMAC-SHA256",
      request.headers["x-amz-date"],
      `${date}/${region}/s3/aws4_request`,
      createHash("sha256").update(canonical).digest("hex"),
    ].join("\n");
    const derived = [date ?? "", region ?? "", "s3", "aws4_request"].reduce<string | Buffer>(
      (by, part) => createHmac("sha256", by).update(part).digest(),
      `AWS4${secret}`,
    );
    return createHmac("sha256", derived).update(text).digest("hex") === signature;
  }
  const storage =
    (asked: string[], refuse: readonly string[] = []): Handler =>
    (request, response, body) => {
      asked.push(`${request.method} ${request.url}`);
      if (!signed(request, key, body) || refuse.includes(request.method ?? "")) return void answer(response, 403);
      answer(response, request.method === "DELETE" ? 204 : 200);
    };
  const plan = { kind: "s3", region: "ru-central1", bucket: "clinic-files", "key-id": "LOGIN", secret: "KEY" };

  test("the bucket opens: pass; with a canary it is put under a name of its own and removed", async (t) => {
    const asked: string[] = [];
    const endpoint = await serve(t, storage(asked));
    assert.equal((await probe({ ...plan, endpoint })).verdict, "pass");
    assert.deepEqual(asked, ["HEAD /clinic-files", "HEAD /clinic-files"]);
    const found = await probe({ ...plan, endpoint, canary: "golive/canary" });
    assert.equal(found.verdict, "pass", found.evidence);
    assert.match(
      asked.slice(4).join(),
      /^PUT \/clinic-files\/golive\/canary\.[0-9a-f]{16},DELETE \/clinic-files\/golive\/canary\.[0-9a-f]{16}$/,
    );
    assert.equal(asked[4]?.slice(4), asked[5]?.slice(7));
  });

  for (const [about, handler, more, verdict, evidence] of [
    ["a wrong secret", storage([]), { secret: "WRONG" }, "fail", /refused/],
    [
      "storage that is open to all",
      (_: IncomingMessage, response: ServerResponse) => answer(response, 200),
      {},
      "inconclusive",
      /also says yes/,
    ],
    ["read only", storage([], ["PUT"]), { canary: "c" }, "fail", /nothing can be put there \(status 403\)/],
    [
      "put and not removed",
      storage([], ["DELETE"]),
      { canary: "c" },
      "fail",
      /a canary was put but not removed; look for c\.\*/,
    ],
    [
      "another region",
      (_: IncomingMessage, response: ServerResponse) =>
        answer(response, 301, { location: "http://elsewhere.invalid/" }),
      {},
      "fail",
      /another region or endpoint/,
    ],
    [
      "no such bucket",
      (_: IncomingMessage, response: ServerResponse) => answer(response, 404),
      {},
      "fail",
      /no such bucket/,
    ],
    ["a colon in the id", storage([]), { "key-id": "COLON" }, "fail", /COLON holds a colon/],
    ["out of order", (_: IncomingMessage, response: ServerResponse) => answer(response, 500), {}, "error", /500/],
  ] as const) {
    test(`${about}: ${verdict}`, async (t) => {
      const found = await probe({ ...plan, endpoint: await serve(t, handler), ...more });
      assert.equal(found.verdict, verdict, found.evidence);
      assert.match(found.evidence, evidence);
    });
  }
});

describe("smtp", () => {
  interface Mail {
    readonly auth?: string;
    readonly any?: boolean;
    readonly offers?: string;
    readonly greeting?: string;
    readonly noop?: string;
  }
  const mail =
    (
      heard: string[],
      {
        auth = "535 5.7.8 no",
        any = false,
        offers = "AUTH PLAIN LOGIN",
        greeting = "220 mail",
        noop = "250 ok",
      }: Mail = {},
    ) =>
    (socket: Socket) => {
      if (greeting !== "") socket.write(`${greeting}\r\n`);
      const good = Buffer.from(`\0mailer\0${key}`).toString("base64");
      let rest = "";
      socket.on("data", (chunk) => {
        const lines = (rest + chunk).split("\r\n");
        rest = lines.pop() ?? "";
        for (const line of lines) {
          heard.push(line.split(" ")[0]?.toUpperCase() ?? "");
          if (/^EHLO/i.test(line)) socket.write(offers === "" ? "250 mail\r\n" : `250-mail\r\n250 ${offers}\r\n`);
          else if (/^AUTH PLAIN \S/i.test(line))
            socket.write(any || line.slice(11) === good ? "235 in\r\n" : `${auth}\r\n`);
          else if (/^AUTH PLAIN$/i.test(line)) socket.write("334 \r\n");
          else if (/^[A-Za-z0-9+/=]{8,}$/.test(line)) socket.write(any || line === good ? "235 in\r\n" : `${auth}\r\n`);
          else if (/^NOOP/i.test(line)) socket.write(`${noop}\r\n`);
          else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
          else socket.write("502 what\r\n");
        }
      });
    };
  const plan = { kind: "smtp", host: "127.0.0.1", user: "mailer", secret: "KEY", tls: "none" };
  for (const [about, settings, more, verdict, evidence] of [
    ["the right login", {}, {}, "pass", /a wrong key is refused/],
    ["the login from a setting", {}, { user: undefined, "user-secret": "LOGIN" }, "pass", /refused/],
    ["a wrong password", {}, { secret: "WRONG" }, "fail", /refused/],
    ["a server that takes any", { any: true }, {}, "inconclusive", /also says yes/],
    ["not now", { auth: "454 4.7.0 later" }, { secret: "WRONG" }, "error", /not able to tell now/],
    ["no TLS where the plan wants it", {}, { tls: "starttls" }, "error", /no TLS/],
    ["no login is offered, so none is asked for", { offers: "" }, {}, "inconclusive", /also says yes/],
    ["it says nothing", { greeting: "" }, { within: "1s" }, "error", /no answer within 1 s/],
    ["no room", { greeting: "421 busy" }, {}, "error", /./],
  ] as const) {
    test(`${about}: ${verdict}`, async (t) => {
      const heard: string[] = [];
      const port = await serveLines(t, mail(heard, settings));
      const found = await probe({ ...plan, port, ...more });
      assert.equal(found.verdict, verdict, found.evidence);
      assert.match(found.evidence, evidence);
      assert.ok(!heard.some((word) => ["MAIL", "RCPT", "DATA"].includes(word)), "no message is begun");
    });
  }
});

test("command: its exit code alone, what it prints stays there", async () => {
  const run = (...words: string[]) =>
    probeAccess(parsed(accessSchema, { id: "one", kind: "command", run: words, timeout: "1s" }), {
      host,
      envFile,
      user: undefined,
    });
  assert.equal((await run("true")).verdict, "pass");
  const failed = await run("sh", "-c", `echo '${"sec"}ret'; exit 3`);
  assert.equal(failed.verdict, "fail");
  assert.ok(!failed.evidence.includes("secret"));
  assert.equal((await run("no-such-program-here")).verdict, "error");
  assert.equal((await run("sleep", "9")).verdict, "error");
});
