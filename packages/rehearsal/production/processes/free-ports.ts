import { randomInt } from "node:crypto";
import { createServer, type Server } from "node:net";

// Below the range from which the kernel takes ports for outgoing connections: a port stays ours while its program restarts.
const FIRST = 15_000;
const LAST = 31_999;

function hold(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => resolve(server));
  });
}

/** Different free ports of loopback. All are held until the last is found, then let go. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const held = new Map<number, Server>();
  for (let attempt = 0; held.size < count; attempt++) {
    if (attempt > 1000) throw new Error("no free port on 127.0.0.1");
    const port = randomInt(FIRST, LAST + 1);
    const server = held.has(port) ? null : await hold(port);
    if (server) held.set(port, server);
  }
  await Promise.all([...held.values()].map((server) => new Promise((done) => server.close(done))));
  return [...held.keys()];
}
