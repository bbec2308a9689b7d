// Builds the styles of the pages, and the manifest that the service reads.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { keyOf } from "../src/front.js";

const text = readFileSync("pages/front.html", "utf8");
mkdirSync("built", { recursive: true });
writeFileSync("built/manifest.json", JSON.stringify({ [keyOf(text)]: `${keyOf(text).slice(0, 12)}.css` }));
