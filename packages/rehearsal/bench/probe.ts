import { connect } from "node:net";
import { performance } from "node:perf_hooks";

/** Opens one session after another, as the protocol's start-up goes, until stopped. */
export interface DoorProbe {
  /** The longest time between two sessions that were let in, in seconds. */
  stop(): Promise<number>;
}

/** The role must be let in without a password. */
export function probeDoors(port: number, user: string, database: string): DoorProbe {
  let stopped = false;
  let last = performance.now();
  let longest = 0;
  const words = Buffer.from(`user\0${user}\0database\0${database}\0\0`);
  const startup = Buffer.alloc(8 + words.length);
  startup.writeInt32BE(startup.length, 0);
  startup.writeInt32BE(196608, 4);
  words.copy(startup, 8);
  /** Whether the server says that it is ready for a query ("Z"), not an error ("E"). */
  const letIn = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => socket.write(startup));
      let held = Buffer.alloc(0);
      const end = (answer: boolean) => {
        socket.destroy();
        resolve(answer);
      };
      socket.on("error", () => end(false));
      socket.on("close", () => end(false));
      socket.on("data", (chunk) => {
        held = Buffer.concat([held, chunk]);
        for (let at = 0; at + 5 <= held.length; at += 1 + held.readInt32BE(at + 1)) {
          const kind = String.fromCharCode(held[at] ?? 0);
          if (kind === "Z") return end(true);
          if (kind === "E") return end(false);
        }
      });
    });
  const loop = async () => {
    while (!stopped) {
      if (!(await letIn())) continue;
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
  };
  const running = loop();
  return {
    async stop() {
      stopped = true;
      await running;
      return longest / 1000;
    },
  };
}
