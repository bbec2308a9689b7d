import type { Host } from "../host.ts";
import { fromHost } from "./from-host.ts";
import { fromRunner } from "./from-runner.ts";
import type { Answered, Question } from "./question.ts";

export type { Answered, Login, Question } from "./question.ts";

/**
 * One request that follows nothing, from a host by its curl or from the runner. Never throws for what is answered; a
 * host that cannot be reached throws its UserError.
 */
export async function httpRequest(host: Host | null, question: Question): Promise<Answered> {
  return host === null ? fromRunner(question) : fromHost(host, question);
}
