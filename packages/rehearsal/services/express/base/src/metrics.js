import { Counter, Gauge, register } from "prom-client";
import { version } from "./config.js";

const requests = new Counter({
  name: "http_requests_total",
  help: "Requests answered",
  labelNames: ["method", "status"],
});
new Gauge({ name: "app_build_info", help: "The release that runs", labelNames: ["version"] }).set({ version }, 1);

/** Counts each answer, and writes a line with the request's id where it has one: no address and no path. */
export function observe(request, response, next) {
  response.on("finish", () => {
    const { method } = request;
    const status = response.statusCode;
    requests.inc({ method, status: String(status) });
    const id = request.get("x-request-id");
    if (id) console.log(JSON.stringify({ request: id.slice(0, 200), method, status, version }));
  });
  next();
}

export async function metrics(_request, response) {
  response.type(register.contentType).send(await register.metrics());
}
