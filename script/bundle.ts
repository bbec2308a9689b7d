// Makes the given folder's index.js from src/, with chunks of what only some actions need, and the licenses of what is
// in it. Called by script/build.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";

const root = join(import.meta.dirname, "..");

/** Its messages in 60 languages; those that a person reads are made by golive itself. */
const zodInEnglish: Plugin = {
  name: "zod-in-english",
  setup(building) {
    building.onLoad({ filter: /\/zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
    }));
  },
};

/** Their files do nothing but define, which their package.json does not say: what is not used of them stays out. */
const toolkitByParts: Plugin = {
  name: "toolkit-by-parts",
  setup(building) {
    building.onResolve({ filter: /./ }, async ({ path, pluginData, ...asked }) => {
      if (pluginData === toolkitByParts || asked.kind !== "import-statement") return null;
      const found = await building.resolve(path, { ...asked, pluginData: toolkitByParts });
      return found.path.includes("/node_modules/@actions/") ? { ...found, sideEffects: false } : null;
    });
  },
};

async function bundle(outdir: string): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["src/index.ts"],
    outdir,
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    charset: "utf8",
    legalComments: "none",
    format: "esm",
    platform: "node",
    // The command line runs on the Node that a person has.
    target: "node20.9",
    tsconfig: "tsconfig.build.json",
    // What is written for `require` among the packages asks for Node's own modules by it.
    banner: { js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);' },
    plugins: [zodInEnglish, toolkitByParts],
  });
  return metafile;
}

/** The folders of the packages of which something is in the bundle. */
function packagesIn(metafile: Metafile): string[] {
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  const folders = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []);
  return [...new Set(folders)].toSorted();
}

function licenseOf(folder: string): string {
  const { name, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const file = readdirSync(join(root, folder)).find((one) => /^licen[cs]e/i.test(one));
  if (typeof license !== "string") throw new Error(`${folder} does not say what its license is`);
  return [name, license, ...(file === undefined ? [] : [readFileSync(join(root, folder, file), "utf8")])].join("\n");
}

const [, , outdir] = process.argv;
if (outdir === undefined) throw new Error("bundle.ts FOLDER");
const metafile = await bundle(outdir);
writeFileSync(join(outdir, "licenses.txt"), `${packagesIn(metafile).map(licenseOf).join("\n\n")}\n`);
