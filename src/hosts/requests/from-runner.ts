import { inWords, msg, t } from "../../core/text/text.ts";
import { type Answered, mostBytes, type Question } from "./question.ts";

/** A request of this process itself. */
export async function fromRunner({
  url,
  method = "GET",
  headers = {},
  body,
  within,
  login,
}: Question): Promise<Answered> {
  if (login !== undefined)
    return { ...unanswered(t`a key is read on a host, and none is named that asks`, 0), unasked: true };
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    const answer = await fetch(url, {
      method,
      headers: { "user-agent": "golive", ...headers },
      redirect: "manual",
      signal: AbortSignal.timeout(within * 1000),
      ...(body === undefined ? {} : { body }),
    });
    const text = await boundedText(answer);
    if (text === null) return unanswered(t`the answer is larger than 8 MiB`, seconds());
    return { status: answer.status, body: text, seconds: seconds() };
  } catch (error) {
    return unanswered(whyNot(error, within), seconds());
  }
}

function unanswered(error: string, seconds: number): Answered {
  return { status: 0, body: "", seconds, error };
}

/** Null when it is longer than anybody reads. */
async function boundedText({ body }: Response): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > mostBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function whyNot(error: unknown, within: number): string {
  if ((error as Error).name === "TimeoutError") return t`no answer within ${within} s`;
  const code = (error as { cause?: { code?: string } }).cause?.code;
  return inWords(words[code ?? ""] ?? code ?? msg`the connection broke`);
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: msg`connection refused`,
  ENOTFOUND: msg`the name has no address`,
  EAI_AGAIN: msg`the name has no address`,
  ECONNRESET: msg`the connection broke`,
  UND_ERR_SOCKET: msg`the connection broke`,
  EHOSTUNREACH: msg`no way there`,
};
