import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const page = new URL("../pages/front.html", import.meta.url);
const manifest = new URL("../built/manifest.json", import.meta.url);

export const keyOf = (text) => createHash("sha256").update(text).digest("hex");

let known;

/** Read once for a process: a page that is not in what `scripts/compress.js` built cannot be shown. */
export function front(_request, response) {
  const text = readFileSync(page, "utf8");
  known ??= JSON.parse(readFileSync(manifest, "utf8"));
  const style = known[keyOf(text)];
  if (style === undefined) throw new Error("the page is not among what was built");
  response.type("html").send(`<link rel="stylesheet" href="/static/${style}">${text}`);
}
