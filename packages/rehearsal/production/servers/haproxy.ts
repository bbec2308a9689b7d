import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { MachineFacts } from "../facts.ts";
import { type Program, startProgram } from "../processes/program.ts";

const page = "<!doctype html><title>Maintenance</title><h1>We are back soon</h1><p>Maintenance is under way.</p>";

function configuration(facts: MachineFacts, home: string): string {
  if (facts.balancer.kind !== "haproxy") throw new Error("the production has another balancer");
  const { map, tokens, socket, backend } = facts.balancer;
  const { header, value } = facts.maintenanceMarker;
  const shown = `content-type "text/html; charset=utf-8" file ${join(home, "page.html")}`;
  const headers = `hdr ${header} ${value} hdr Retry-After 120 hdr Cache-Control no-store`;
  return `global
  stats socket ${socket} mode 600 level admin
  maxconn 500
defaults
  mode http
  timeout connect 2s
  timeout client 30s
  timeout server 30s
frontend site
  bind ${new URL(facts.siteUrl).host}
  acl golive_page str(golive),map(${map},off) -m str on
  acl golive_past req.fhdr(X-Golive-Bypass),map(${tokens},no) -m str yes
  acl golive_past req.cook(golive_bypass),map(${tokens},no) -m str yes
  http-request return status 503 ${shown} ${headers} if golive_page !golive_past
  http-request del-header X-Golive-Bypass
  default_backend ${backend}
backend ${backend}
  option httpchk GET /health/
  server app-1 ${new URL(facts.appUrl).host} check inter 500ms rise 1 fall 2
`;
}

/** In nginx's place; static files come from the service or not at all. */
export async function startHaproxy(facts: MachineFacts, started: (program: Program) => void): Promise<void> {
  if (facts.balancer.kind !== "haproxy") throw new Error("the production has another balancer");
  const home = dirname(facts.balancer.map);
  await mkdir(home, { recursive: true });
  const file = join(home, "haproxy.cfg");
  await Promise.all([
    writeFile(facts.balancer.map, "golive off\n"),
    writeFile(facts.balancer.tokens, ""),
    writeFile(join(home, "page.html"), page),
    writeFile(file, configuration(facts, home)),
  ]);
  started(
    startProgram({
      name: "haproxy",
      file: "/usr/sbin/haproxy",
      args: ["-db", "-f", file],
      cwd: home,
      log: join(home, "console.log"),
      stopSignal: "SIGTERM",
    }),
  );
}
