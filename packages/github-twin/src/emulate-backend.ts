import { createServer } from "node:net";
import { createEmulator } from "emulate";
import { botLogin } from "./people/identities.ts";
import type { TwinUser } from "./twin-interface.ts";

export interface BackendAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly link: string | null;
}

/** npm `emulate`, which keeps users, issues, comments, labels and milestones. */
export interface EmulateBackend {
  readonly url: string;
  send(login: string, method: string, path: string, body?: unknown): Promise<BackendAnswer>;
  close(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function start(seed: Record<string, unknown>): Promise<{ readonly url: string; close(): Promise<void> }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      const emulator = await createEmulator({ service: "github", port, seed, baseUrl: `http://127.0.0.1:${port}` });
      return { url: `http://127.0.0.1:${port}`, close: () => emulator.close() };
    } catch (error) {
      // Somebody else took the port between the probe and the start.
      if (attempt === 5) throw error;
    }
  }
}

const owned = (login: string): string => `twin-${Buffer.from(login).toString("hex")}`;

export async function emulateBackend(repository: string, users: readonly TwinUser[]): Promise<EmulateBackend> {
  const [owner = "", name = ""] = repository.split("/");
  const logins = [...new Set([...users.map((user) => user.login), botLogin])];
  const people = logins.includes(owner)
    ? []
    : [{ login: owner, members: logins.map((login) => ({ login, role: "admin" })) }];
  const emulator = await start({
    tokens: Object.fromEntries(logins.map((login) => [owned(login), { login, scopes: ["repo", "user"] }])),
    // Who may do what is the twin's to say: here the repository is open to all of them.
    github: { users: logins.map((login) => ({ login })), orgs: people, repos: [{ owner, name, auto_init: false }] },
  });
  return {
    url: emulator.url,
    async send(login, method, path, body) {
      // emulate wants a body with every write; GitHub does not.
      const sent = body ?? (["POST", "PUT", "PATCH"].includes(method) ? {} : undefined);
      const answer = await fetch(`${emulator.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${owned(login)}`, "content-type": "application/json" },
        ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
      });
      const text = await answer.text();
      return {
        status: answer.status,
        body: text === "" ? undefined : (JSON.parse(text) as unknown),
        link: answer.headers.get("link"),
      };
    },
    close: emulator.close,
  };
}
