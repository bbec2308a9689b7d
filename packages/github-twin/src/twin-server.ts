import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { ApiAnswer } from "./http/call.ts";
import { faultAnswer, type Faults } from "./http/faults.ts";
import { incoming } from "./http/incoming.ts";
import type { Outcome } from "./http/respond.ts";
import type { Incoming } from "./http/incoming.ts";
import type { TwinRequest } from "./twin-interface.ts";

export interface TwinServer {
  readonly url: string;
  readonly requests: readonly TwinRequest[];
  close(): Promise<void>;
}

export type Respond = (request: Incoming) => Promise<Outcome>;

/** Listens, lets faults happen, keeps the record, and leaves the answering to `respond`. */
export async function twinServer(faults: Faults, respond: (url: string) => Promise<Respond>): Promise<TwinServer> {
  const requests: TwinRequest[] = [];
  const server = createServer();
  await listen(server);
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const answerer = await respond(url);

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const time = Date.now();
    const read = await incoming(request);
    const path = request.url ?? "/";
    const record = (outcome: Omit<Outcome, "answer">, status: number): void => {
      const write = !["GET", "HEAD"].includes(read.method) && outcome.operation !== "graphql";
      const { operation, login, problems } = outcome;
      requests.push({ time, method: read.method, path, operation, status, login, write, problems });
    };
    const fault = faults.take(read.method, path);
    const nothing = { operation: null, login: null, problems: [] };
    if (fault === "hang") return record(nothing, 0);
    if (fault === "reset") {
      record(nothing, 0);
      return void request.socket.destroy();
    }
    const faulty = fault === null ? null : faultAnswer(fault);
    if (faulty !== null) {
      record(nothing, faulty.status);
      return send(response, faulty);
    }
    const outcome = await answerer(read);
    if (fault === "reset-after") {
      record(outcome, 0);
      return void request.socket.destroy();
    }
    record(outcome, outcome.answer.status);
    send(response, outcome.answer);
  };
  server.on("request", (request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });
  return {
    url,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A request that hangs would keep the server open for ever.
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve());
  });
}

function send(response: ServerResponse, answer: ApiAnswer): void {
  const headers = {
    "x-github-request-id": randomUUID(),
    "x-github-media-type": "github.v3; format=json",
    ...answer.headers,
  };
  if (answer.text !== undefined)
    response
      .writeHead(answer.status, { ...headers, "content-type": answer.type ?? "text/plain; charset=utf-8" })
      .end(answer.text);
  else if (answer.body === undefined) response.writeHead(answer.status, headers).end();
  else
    response
      .writeHead(answer.status, { ...headers, "content-type": "application/json; charset=utf-8" })
      .end(JSON.stringify(answer.body));
}
