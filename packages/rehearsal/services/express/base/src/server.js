import express from "express";
import * as bookings from "./bookings.js";
import * as clients from "./clients.js";
import { settings, version } from "./config.js";
import { connect } from "./database.js";
import { front } from "./front.js";
import { metrics, observe } from "./metrics.js";
import { openQueue } from "./queue.js";

const parts = { database: connect(), queue: await openQueue() };
const app = express();
app.disable("x-powered-by");
app.use(observe);
app.use(express.json());
app.get("/", front);
app.get("/health/", async (_request, response) => {
  await parts.database.raw("SELECT 1").then(
    () => response.json({ status: "ok" }),
    () => response.status(503).json({ status: "no database" }),
  );
});
app.get("/version/", (_request, response) => response.json({ version }));
app.get("/metrics", metrics);
app.get("/api/clients/", clients.index(parts));
app.post("/api/bookings/", bookings.create(parts));
app.get("/api/bookings/:uuid/", bookings.show(parts));
app.delete("/api/bookings/:uuid/", bookings.remove(parts));
app.use(bookings.refusals);
app.use((error, _request, response, _next) => {
  console.error(error.name);
  response.status(500).json({ error: "internal" });
});

const { BIND = "127.0.0.1", PORT } = settings();
const server = app.listen(Number(process.argv[2] ?? PORT), BIND);
process.on("SIGTERM", () => {
  server.close(async () => {
    await Promise.all([parts.database.destroy(), parts.queue.close()]);
    process.exit(0);
  });
  server.closeIdleConnections();
});
