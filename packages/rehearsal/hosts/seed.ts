import { chmod, copyFile, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type HostName, type HostsFacts, layout, names } from "./facts.ts";

export interface Passwords {
  readonly owner: string;
  readonly observer: string;
  readonly secretKey: string;
}

const sshd = `HostKey /etc/ssh/ssh_host_ed25519_key
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM yes
PrintMotd no
AcceptEnv LANG LC_*
Subsystem sftp /usr/lib/openssh/sftp-server
`;

const service = `[Unit]
Description=Psychology service
After=network.target
[Service]
Type=notify
User=psychology
WorkingDirectory=${layout.live}
EnvironmentFile=${layout.envFile}
ExecStart=${layout.live}/.venv/bin/python -m gunicorn psychology.wsgi:application --bind 0.0.0.0:${layout.port} \\
  --worker-class gthread --workers 1 --threads 8 --keep-alive 30 --graceful-timeout 8
KillMode=mixed
TimeoutStopSec=15
Restart=on-failure
[Install]
WantedBy=multi-user.target
`;

const reminders = `[Unit]
Description=Reminds people of their bookings
[Service]
Type=oneshot
User=psychology
WorkingDirectory=${layout.live}
EnvironmentFile=${layout.envFile}
ExecStart=/usr/bin/psql -X -q -A -t -c "SELECT count(*) FROM bookings WHERE starts_at < now() + interval '1 day'"
`;

const timer = `[Timer]
OnActiveSec=1
OnUnitActiveSec=3
AccuracySec=100ms
[Install]
WantedBy=timers.target
`;

/** What people are told to install. The rehearsal takes it from there, so that it is true. */
export async function documented(page: "hosts" | "maintenance", first: string): Promise<string> {
  const text = await readFile(join(import.meta.dirname, "../../../docs", `${page}.md`), "utf8");
  for (const [, block = ""] of text.matchAll(/^```[a-z]*\n([\s\S]*?)^```$/gm))
    if (block.startsWith(first)) return block;
  throw new Error(`docs/${page}.md has no block that starts with "${first}"`);
}

/** Files that each machine has of its own, below `seed`, before it boots. */
export async function writeSeeds(facts: HostsFacts, passwords: Passwords): Promise<void> {
  const sudoers = await documented("hosts", "# /etc/sudoers.d/golive");
  const held = await documented("hosts", "# /etc/systemd/system/UNIT.d/golive.conf");
  const [tokens, inServer, status] = await Promise.all(
    [
      "# in http { … }: what has the form of a token",
      "# in server { … }",
      "# in http { … }: how many requests are under way",
    ].map((first) => documented("maintenance", first)),
  );
  const maintenance = balancer(facts, `${tokens}${status}`, inServer ?? "");
  await Promise.all(
    names.map(async (name) => {
      const root = join(facts.directory, "seed", name);
      const put = async (path: string, text: string, mode = 0o644): Promise<void> => {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), text, { mode });
        await chmod(join(root, path), mode);
      };
      await put("etc/hostname", `${name}\n`);
      await put(
        "etc/hosts",
        `127.0.0.1 localhost\n${names.map((one) => `${facts.hosts[one].address} ${one}\n`).join("")}`,
      );
      await symlink("/usr/share/zoneinfo/Europe/Moscow", join(root, "etc/localtime"));
      await put("etc/ssh/sshd_config", sshd);
      await copyFile(join(facts.directory, "keys", name), join(root, "etc/ssh/ssh_host_ed25519_key"));
      await put(
        "root/.ssh/authorized_keys",
        await readFile(join(facts.directory, "keys", "operator.pub"), "utf8"),
        0o600,
      );
      await put("root/deploy.pub", await readFile(`${facts.ssh.privateKeyFile}.pub`, "utf8"));
      await mkdir(join(root, "etc/systemd/system/multi-user.target.wants"), { recursive: true });
      await symlink(
        "/lib/systemd/system/ssh.service",
        join(root, "etc/systemd/system/multi-user.target.wants/ssh.service"),
      );
      if (name !== "lb") await put("etc/sudoers.d/golive", sudoers, 0o440);
      if (name.startsWith("app"))
        for (const unit of [`${layout.service}.service`, layout.timer])
          await put(`etc/systemd/system/${unit}.d/golive.conf`, held);
      for (const [path, text, mode] of own(name, facts, passwords, maintenance)) await put(path, text, mode);
    }),
  );
}

function own(
  name: HostName,
  facts: HostsFacts,
  passwords: Passwords,
  maintenance: string,
): readonly (readonly [path: string, text: string, mode?: number])[] {
  const { hosts } = facts;
  switch (name) {
    case "lb":
      return [
        ["etc/nginx/sites-enabled/psychology", maintenance],
        [
          "var/www/maintenance/golive-maintenance.html",
          "<!doctype html><title>Maintenance</title><h1>We are back soon</h1>\n",
        ],
      ];
    case "db":
      return [
        [
          "root/roles.sql",
          [
            `CREATE ROLE psychology LOGIN PASSWORD '${passwords.owner}';`,
            `CREATE ROLE observer LOGIN SUPERUSER PASSWORD '${passwords.observer}';`,
            `CREATE DATABASE ${layout.database} OWNER psychology;`,
            "",
          ].join("\n"),
          0o600,
        ],
      ];
    case "app-1":
    case "app-2":
      return [
        // The repository belongs to root, and who fetches is another; a git server of one's own asks no less.
        ["etc/gitconfig", "[safe]\n\tdirectory = /srv/git/psychology-api.git\n"],
        [
          layout.envFile.slice(1),
          [
            `PGHOST=${hosts.db.address}`,
            "PGPORT=5432",
            `PGDATABASE=${layout.database}`,
            "PGUSER=psychology",
            `PGPASSWORD=${passwords.owner}`,
            `SECRET_KEY=${passwords.secretKey}`,
            ...(facts.around === undefined ? [] : [`BOT_TOKEN=${facts.around.botToken}`]),
            `ALLOWED_HOSTS=127.0.0.1,localhost,${hosts.lb.address},${hosts["app-1"].address},${hosts["app-2"].address}`,
            "",
          ].join("\n"),
          0o640,
        ],
        [`etc/systemd/system/${layout.service}.service`, service],
        ["etc/systemd/system/psychology-reminders.service", reminders],
        [`etc/systemd/system/${layout.timer}`, timer],
      ];
  }
}

/** docs/maintenance.md, with two servers behind it. */
function balancer({ hosts }: HostsFacts, inHttp: string, inServer: string): string {
  const proxied = inServer.replace(
    "proxy_pass http://127.0.0.1:8000;",
    "proxy_pass http://psychology_api;\n    proxy_set_header X-Request-ID $request_id;",
  );
  return `${inHttp}upstream psychology_api {
  server ${hosts["app-1"].address}:${layout.port} max_fails=0;
  server ${hosts["app-2"].address}:${layout.port} max_fails=0;
}
server {
  listen 80 default_server;
${proxied}}
`;
}
