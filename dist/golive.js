#!/usr/bin/env node
// Becomes dist/golive.js. It looks at the Node that runs it before anything else is loaded, so it is written in what
// Node has read since version 14; the rest of the bundle needs the version below.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major > 20 || (major === 20 && minor >= 9)) {
  import("./index.js").then(({ cli }) => cli(process.argv.slice(2)));
} else {
  const russian = /^ru/.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "");
  process.stderr.write(
    russian
      ? `golive работает на Node 20.9 и новее, а это Node ${process.versions.node}; ничего не сделано\n`
      : `golive runs on Node 20.9 and newer, and this is Node ${process.versions.node}; nothing was done\n`,
  );
  process.exitCode = 1;
}
