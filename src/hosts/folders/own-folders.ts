import { randomBytes } from "node:crypto";
import { lstat, mkdir, readdir, readFile, readlink, rename, rm, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { UserError } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";

/** What a process leaves in a folder while it uses it: a folder is removed by others only once nobody does. */
interface Owner {
  readonly pid: number;
  /** When that process began: a number is given out again. */
  readonly began: string;
  /** Another container's processes cannot be seen from here. */
  readonly space: string;
}

const ownerName = /^owner-[0-9a-f]{16}$/;
/** Of somebody whom nobody here can see: longer than any job lives. */
const unseenSeconds = 6 * 24 * 3600;
/** A folder that was just made has no owner yet. */
const freshSeconds = 60;

/** Makes the folder, or takes it as it is, when only this user can enter it; says that this process uses it. */
export async function enterFolder(folder: string, tries = 3): Promise<() => Promise<void>> {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== userInfo().uid || (found.mode & 0o077) !== 0)
    throw new UserError({
      code: "folder-not-own",
      what: t`${folder} is not a folder that only this user can enter`,
      mend: t`remove it; it would hold the connections of this launch`,
    });
  const mark = join(folder, `owner-${randomBytes(8).toString("hex")}`);
  try {
    await writeFile(mark, JSON.stringify(await self()), { mode: 0o600, flag: "wx" });
  } catch (error) {
    // It was removed as unused at this very moment.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || tries <= 1) throw error;
    return enterFolder(folder, tries - 1);
  }
  return () => rm(mark, { force: true });
}

export interface Removal {
  /** So many seconds after the last change nothing is touched. */
  readonly spared?: number;
  /** Ends what still runs by the folder, when nobody uses it. */
  readonly before?: (folder: string) => Promise<void>;
}

/** Removes what lost processes of this user left below `parent` under such names: folders that nobody uses. */
export async function removeUnused(
  parent: string,
  name: RegExp,
  { spared = freshSeconds, before = async () => {} }: Removal = {},
): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  await Promise.allSettled(
    names
      .filter((one) => name.test(one))
      .map(async (one) => {
        // What cannot be removed hinders nobody.
        if (await unused(join(parent, one), spared)) await removeFolder(join(parent, one), before);
      }),
  );
}

/** Under another name first: whoever enters it at this moment either finds it gone, or is found in it. */
async function removeFolder(folder: string, before: (folder: string) => Promise<void>): Promise<void> {
  const away = `${folder}-${randomBytes(4).toString("hex")}`;
  await rename(folder, away);
  if (!(await unused(away, 0))) return rename(away, folder);
  await before(away);
  await rm(away, { recursive: true, force: true });
}

async function unused(folder: string, spared: number): Promise<boolean> {
  const found = await lstat(folder).catch(() => null);
  if (found === null || !found.isDirectory() || found.uid !== userInfo().uid) return false;
  const age = (Date.now() - found.mtimeMs) / 1000;
  if (age < spared) return false;
  const entries = await readdir(folder, { withFileTypes: true });
  const marks = entries.filter((entry) => ownerName.test(entry.name)).map((entry) => join(folder, entry.name));
  const used = await Promise.all(marks.map((mark) => alive(mark, age)));
  if (used.includes(true)) return false;
  // Between two steps of a job a connection is held open for the next one.
  if (spared === 0) return true;
  const sockets = entries.filter((entry) => entry.isSocket()).map((entry) => join(folder, entry.name));
  return !(await Promise.all(sockets.map(answers))).includes(true);
}

async function alive(mark: string, age: number): Promise<boolean> {
  const owner = await readFile(mark, "utf8")
    .then((text) => JSON.parse(text) as Owner)
    .catch(() => null);
  const me = await self();
  if (owner === null || owner.space !== me.space) return age < unseenSeconds;
  return (await beganAt(owner.pid)) === owner.began;
}

async function self(): Promise<Owner> {
  return { pid: process.pid, began: (await beganAt(process.pid)) ?? "", space: await space() };
}

/** This boot of this machine, and this view of its processes. */
async function space(): Promise<string> {
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  const view = await readlink("/proc/self/ns/pid").catch(() => "");
  return `${boot.trim()} ${view}`;
}

/** Null when there is no such process. */
async function beganAt(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  // After the name, which may hold anything: field 22 of proc(5).
  return text === null ? null : (text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? null);
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(socket);
    const end = (told: boolean) => {
      connection.destroy();
      resolve(told);
    };
    connection.once("connect", () => end(true)).once("error", () => end(false));
  });
}
