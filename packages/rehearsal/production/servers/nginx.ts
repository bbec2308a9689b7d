import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { MachineFacts } from "../facts.ts";
import { type Program, startProgram } from "../processes/program.ts";

const page = "<!doctype html><title>Maintenance</title><h1>We are back soon</h1><p>Maintenance is under way.</p>";

const toService = `
      proxy_pass http://psychology_api;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Request-ID $request_id;
      proxy_set_header X-Golive-Bypass "";
      proxy_connect_timeout 2s;
      proxy_read_timeout 30s;
    `;

const thePage = ({ maintenanceMarker: { header, value } }: MachineFacts) => `
      default_type "text/html; charset=utf-8";
      add_header Retry-After 120 always;
      add_header Cache-Control no-store always;
      add_header ${header} ${value} always;
      # Answered from here and not from a file: a POST for a static file would become a 405.
      return 503 "${page}";
    `;

function secured({ secure }: MachineFacts): string {
  if (secure === undefined) return "";
  return `
    listen ${secure.address} ssl;
    ssl_certificate ${secure.chain};
    ssl_certificate_key ${secure.key};
    location /.well-known/acme-challenge/ { root ${secure.webroot}; }`;
}

function configuration(facts: MachineFacts, home: string): string {
  if (facts.balancer.kind !== "nginx") throw new Error("the production has another balancer");
  const { tokens, status } = facts.balancer;
  return `daemon off;
worker_processes 1;
pid ${home}/nginx.pid;
error_log ${home}/error.log warn;
events { worker_connections 512; }
http {
  access_log ${home}/access.log;
  client_body_temp_path ${home}/body;
  proxy_temp_path ${home}/proxy;
  fastcgi_temp_path ${home}/fastcgi;
  uwsgi_temp_path ${home}/uwsgi;
  scgi_temp_path ${home}/scgi;
  types { text/html html; text/css css; application/javascript js; image/png png; image/svg+xml svg; }
  default_type application/octet-stream;
  upstream psychology_api {
    server ${new URL(facts.appUrl).host} max_fails=0;
    keepalive 8;
    # Shorter than the service's own, so that nginx never writes to a connection that is being closed.
    keepalive_timeout 5s;
  }
  map "$http_x_golive_bypass:$cookie_golive_bypass" $golive_token {
    default "-";
    "~^(?<golive_header>[0-9a-f]{64}):" $golive_header;
    "~:(?<golive_cookie>[0-9a-f]{64})$" $golive_cookie;
  }
  server {
    listen ${new URL(status).host};
    location = ${new URL(status).pathname} { stub_status; access_log off; }
  }
  server {
    listen ${new URL(facts.siteUrl).host};${secured(facts)}
    server_tokens off;
    error_page 503 @maintenance;
    # Read at each request: no reload is needed to switch, and no open_file_cache may delay it.
    set $golive "";
    if (-f ${facts.maintenanceFlag}) { set $golive on; }
    if (-f ${tokens}/$golive_token) { set $golive ""; }
    # A certificate is renewed while the page is up: what the CA asks for is let through.
    if ($uri ~ ^/.well-known/acme-challenge/) { set $golive ""; }
    if ($golive) { return 503; }
    location /static/ { alias ${facts.live}/staticfiles/; }
    location / {${toService}}
    location @maintenance {${thePage(facts)}}
  }
}
`;
}

export async function startNginx(facts: MachineFacts, started: (program: Program) => void): Promise<void> {
  const home = dirname(dirname(facts.maintenanceFlag));
  await mkdir(dirname(facts.maintenanceFlag), { recursive: true });
  const file = join(home, "nginx.conf");
  await writeFile(file, configuration(facts, home));
  started(
    startProgram({
      name: "nginx",
      file: "/usr/sbin/nginx",
      args: ["-p", home, "-c", file, "-e", join(home, "error.log")],
      cwd: home,
      log: join(home, "console.log"),
      stopSignal: "SIGTERM",
    }),
  );
}
