import { createClient } from "redis";
import { settings } from "./config.js";

/** Bookings of which somebody is to be reminded, in the Redis at REDIS_SOCKET. */
export const queueName = "reminders";

export async function openQueue() {
  const { REDIS_SOCKET: path, REDIS_DATABASE = "0" } = settings();
  const client = createClient({ socket: { path, reconnectStrategy: () => 200 }, database: Number(REDIS_DATABASE) });
  client.on("error", () => {});
  await client.connect();
  return client;
}
