import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { MachineFacts } from "../facts.ts";
import { type Program, startProgram } from "../processes/program.ts";

const page = "<!doctype html><title>Maintenance</title><h1>We are back soon</h1><p>Maintenance is under way.</p>";

/** The page while a file is there, which is looked for at each request. */
function configuration({ siteUrl, appUrl, maintenanceFlag, maintenanceMarker }: MachineFacts): string {
  const { header, value } = maintenanceMarker;
  return `{
	admin off
	auto_https off
}
http://${new URL(siteUrl).host} {
	bind 127.0.0.1
	@closed file {
		root ${dirname(maintenanceFlag)}
		try_files /${maintenanceFlag.slice(dirname(maintenanceFlag).length + 1)}
	}
	handle @closed {
		header ${header} ${value}
		header Retry-After 120
		header Cache-Control no-store
		header Content-Type "text/html; charset=utf-8"
		respond "${page}" 503
	}
	handle {
		reverse_proxy ${new URL(appUrl).host} {
			header_up X-Request-ID {http.request.uuid}
		}
	}
}
`;
}

/** A team's own way to switch the page, as golive's commands call it. */
const script = `#!/bin/sh
case $2 in
  on) : > "$1" ;;
  off) rm -f -- "$1" ;;
  status) [ -d "$(dirname -- "$1")" ] || exit 1; [ -e "$1" ] || exit 3 ;;
  *) exit 64 ;;
esac
`;

/** In nginx's place, switched by a script of the team's. */
export async function startCaddy(facts: MachineFacts, started: (program: Program) => void): Promise<void> {
  if (facts.balancer.kind !== "caddy") throw new Error("the production has another balancer");
  const home = dirname(facts.balancer.script);
  await mkdir(home, { recursive: true });
  await mkdir(dirname(facts.maintenanceFlag), { recursive: true });
  const file = join(home, "Caddyfile");
  await writeFile(file, configuration(facts));
  await writeFile(facts.balancer.script, script, { mode: 0o755 });
  started(
    startProgram({
      name: "caddy",
      file: "/usr/bin/caddy",
      args: ["run", "--config", file, "--adapter", "caddyfile"],
      cwd: home,
      log: join(home, "console.log"),
      stopSignal: "SIGTERM",
      env: { XDG_DATA_HOME: join(home, "data"), XDG_CONFIG_HOME: join(home, "config") },
    }),
  );
}
