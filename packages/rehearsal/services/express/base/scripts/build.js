import { cpSync, rmSync, writeFileSync } from "node:fs";
import { version } from "../src/config.js";

rmSync("dist", { recursive: true, force: true });
cpSync("src", "dist", { recursive: true });
writeFileSync("dist/built.txt", `${version}\n`);
// As some frameworks do: a file that git has is written anew by each build.
writeFileSync("build-env.d.ts", `// Written by the build. Do not edit.\ndeclare const version: "${version}";\n`);
