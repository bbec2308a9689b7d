import { cpSync, rmSync, writeFileSync } from "node:fs";
import { version } from "../src/config.js";

rmSync("dist", { recursive: true, force: true });
cpSync("src", "dist", { recursive: true });
writeFileSync("dist/built.txt", `${version}\n`);
