import type { TestContext } from "node:test";
import { serve } from "../checks/serve.ts";

export interface Annotation {
  readonly id: number;
  readonly time: number;
  readonly timeEnd: number;
  readonly tags: readonly string[];
  readonly text: string;
  readonly dashboardUID?: string;
}

/** The part of Grafana's published annotations API that a launch asks. A moment ends when it begins. */
export async function grafanaTwin(
  t: Pick<TestContext, "after">,
  { token }: { readonly token?: string } = {},
): Promise<{ readonly url: string; readonly annotations: Annotation[]; broken: boolean }> {
  const annotations: Annotation[] = [];
  const twin = { url: "", annotations, broken: false };
  const address = await serve(t, (request, answer) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      const say = (status: number, json: unknown) =>
        void answer.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
      if (twin.broken) return say(500, { message: "Internal error" });
      if (token !== undefined && request.headers.authorization !== `Bearer ${token}`)
        return say(401, { message: "Unauthorized" });
      const url = new URL(request.url ?? "/", "http://grafana");
      const id = Number(/^\/api\/annotations\/(\d+)$/.exec(url.pathname)?.[1] ?? Number.NaN);
      const index = annotations.findIndex((one) => one.id === id);
      if (url.pathname === "/api/annotations" && request.method === "GET")
        return say(
          200,
          annotations.filter(({ tags }) => url.searchParams.getAll("tags").every((tag) => tags.includes(tag))),
        );
      if (url.pathname === "/api/annotations" && request.method === "POST") {
        const { time, tags = [], text, dashboardUID } = JSON.parse(body) as Partial<Annotation>;
        if (typeof text !== "string" || text === "") return say(400, { message: "Failed to save annotation" });
        annotations.push({
          id: annotations.length + 1,
          time: time ?? Date.now(),
          timeEnd: time ?? Date.now(),
          tags,
          text,
          ...(dashboardUID === undefined ? {} : { dashboardUID }),
        });
        return say(200, { message: "Annotation added", id: annotations.length });
      }
      const found = annotations[index];
      if (found === undefined) return say(404, { message: "Annotation not found" });
      if (request.method === "PATCH") {
        annotations[index] = { ...found, ...(JSON.parse(body) as Partial<Annotation>) };
        return say(200, { message: "Annotation patched" });
      }
      say(200, found);
    });
  });
  twin.url = `http://${address}`;
  return twin;
}
