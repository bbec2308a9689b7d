import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { listening, proxyTo } from "../github/proxy-to.ts";

const approve = join(import.meta.dirname, "../../dist/approve.js");

test("an action as it is bundled finds what speaks to the runner's proxy", async (t) => {
  const asked: (string | undefined)[] = [];
  const github = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(404, { "content-type": "application/json" }).end("{}");
  });
  const way = await proxyTo(t, await listening(t, github));
  const inputs = { INPUT_TOKEN: "a-token", INPUT_COMMENT: "7", INPUT_WORKFLOW: "go-live.yml" };
  const run = { GITHUB_REPOSITORY: "acme/shop", GITHUB_RUN_ID: "1", GITHUB_API_URL: "http://api.ghe.test/api/v3" };
  const { stdout } = await promisify(execFile)(process.execPath, [approve], {
    env: { PATH: process.env.PATH ?? "", http_proxy: `http://127.0.0.1:${way.port}`, ...run, ...inputs },
  });
  assert.match(stdout, /Comment 7 is no \/approve/);
  assert.deepEqual(asked, ["/api/v3/repos/acme/shop/issues/comments/7"]);
  assert.deepEqual(
    way.tunnels.map(({ to }) => to),
    ["api.ghe.test:80"],
  );
});
