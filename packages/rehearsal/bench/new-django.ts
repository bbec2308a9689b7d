import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { addTag } from "../world/add-tag.ts";
import { run } from "../production/processes/run.ts";
import type { MachineProduction } from "../production/machine-production.ts";

/** Packs the distribution's Django once more, as a wheel of a later version. */
const pack = `
import base64, hashlib, os, sys, zipfile
import django
version, folder = sys.argv[1], sys.argv[2]
home = os.path.dirname(os.path.dirname(django.__file__))
info = f"Django-{version}.dist-info"
with zipfile.ZipFile(os.path.join(folder, f"Django-{version}-py3-none-any.whl"), "w", zipfile.ZIP_DEFLATED) as wheel:
    record = []
    def add(name, data):
        wheel.writestr(name, data)
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        record.append(f"{name},sha256={digest},{len(data)}")
    for place, folders, files in os.walk(os.path.dirname(django.__file__)):
        folders[:] = [one for one in folders if one != "__pycache__"]
        for one in files:
            path = os.path.join(place, one)
            with open(path, "rb") as file:
                add(os.path.relpath(path, home), file.read())
    add(f"{info}/METADATA", f"Metadata-Version: 2.1\\nName: Django\\nVersion: {version}\\n".encode())
    add(f"{info}/WHEEL", b"Wheel-Version: 1.0\\nGenerator: bench\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
    wheel.writestr(f"{info}/RECORD", "\\n".join([*record, f"{info}/RECORD,,", ""]))
`;

/** v1.1.0 asks for a later Django. pip finds it as a wheel beside the repository; no network is needed. */
export async function newDjango(production: MachineProduction): Promise<string> {
  const wheels = join(production.directory, "wheels");
  await mkdir(wheels);
  const version = `${await installedDjango(production)}.post1`;
  await run(production.python, ["-c", pack, version, wheels]);
  // A server does not know the tag of a release before it is made.
  await run("git", [
    "-C",
    production.strategy === "releases" ? join(production.deployed, "repo") : production.live,
    "tag",
    "--delete",
    "v1.1.0",
  ]);
  await addTag({
    origin: production.origin,
    from: "v1.1.0",
    tag: "v1.1.0",
    files: {
      "requirements.txt": (before) =>
        `--no-index\n--find-links ${wheels}\n${before.replace(/^Django.*$/m, `Django==${version}`)}`,
    },
  });
  return version;
}

/** The Django of the environment that is live. */
export async function installedDjango(production: MachineProduction): Promise<string> {
  return (
    await run(join(production.live, ".venv", "bin", "python"), [
      "-c",
      'import importlib.metadata; print(importlib.metadata.version("Django"))',
    ])
  ).trim();
}
