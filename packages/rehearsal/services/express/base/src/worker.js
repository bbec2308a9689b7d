import { connect } from "./database.js";
import { openQueue, queueName } from "./queue.js";

// Writes down who is to be reminded, one by one, until it is told to end.
const database = connect();
const queue = await openQueue();
let ending = false;
process.on("SIGTERM", () => (ending = true));
while (!ending) {
  const next = await queue.brPop(queueName, 1).catch(() => null);
  if (next !== null)
    await database("reminders")
      .insert({ booking: next.element })
      .onConflict("booking")
      .ignore()
      .catch(() => {});
}
await Promise.all([database.destroy(), queue.close()]);
