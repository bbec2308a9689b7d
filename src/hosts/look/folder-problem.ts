import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";

interface Cause {
  readonly said: RegExp;
  readonly problem: (folder: string) => Omit<Problem, "where">;
}

/** What programs say of a folder in which nothing can be written, in the C locale. */
const causes: readonly Cause[] = [
  {
    said: /^missing$/,
    problem: (folder) => ({
      code: "host-folder-missing",
      what: t`${folder} is not there`,
      mend: t`as root there: install -d -m 1777 ${folder}`,
    }),
  },
  {
    said: /Read-only file system/,
    problem: (folder) => ({
      code: "host-folder-read-only",
      what: t`${folder} lies on a file system that is read-only`,
      mend: t`dmesg there says whether a disk failed (then mend that first); else mount it with rw, and look at /etc/fstab`,
    }),
  },
  {
    said: /Disk quota exceeded/,
    problem: (folder) => ({
      code: "host-quota",
      what: t`the quota of golive's user is used up, so nothing can be written in ${folder}`,
      mend: t`quota -s shows it there; raise it, or remove what that user no longer needs`,
    }),
  },
  {
    said: /No space left on device.*inodes 0$/,
    problem: (folder) => ({
      code: "host-inodes",
      what: t`the file system of ${folder} can hold no more files (its inodes are used up), though it may have room`,
      mend: t`df -i shows it there; find what made so many small files (sessions, caches, mail), and remove those`,
    }),
  },
  {
    said: /No space left on device/,
    problem: (folder) => ({
      code: "host-disk-full",
      what: t`the file system of ${folder} is full`,
      mend: t`df -h shows it there; make room before a launch writes its dump and its release`,
    }),
  },
  {
    said: /Permission denied|Operation not permitted/,
    problem: (folder) => ({
      code: "host-folder-closed",
      what: t`golive's user may not write in ${folder}`,
      mend: t`give it the rights that it usually has (/tmp and /var/tmp: root, mode 1777), and look at TMPDIR there`,
    }),
  },
];

/** Why nothing can be written in a folder that every command may need. */
export function folderProblem(folder: string, said: string, where: string): Problem {
  const known = causes.find((one) => one.said.test(said))?.problem(folder);
  return known === undefined ? unknown(folder, where) : { ...known, where };
}

function unknown(folder: string, where: string): Problem {
  return {
    code: "host-folder-unusable",
    what: t`nothing can be written in ${folder}`,
    where,
    mend: t`try it there as golive's user: dd if=/dev/zero of=${folder}/try bs=64k count=16`,
  };
}
