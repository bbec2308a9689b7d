import { z } from "zod";
import { msg } from "../core/text/text.ts";
import { argv, duration } from "../plan/schema/fields.ts";

/** Keys about what becomes of a backup that is there, the same for every engine. */
export const offsiteSchema = z
  .strictObject({
    run: argv(
      "Sends the encrypted archive elsewhere; {file} is its path. No shell reads it: " +
        '[rclone, copyto, "{file}", remote:backups/latest.age].',
    ),
    timeout: duration("1h"),
  })
  .optional()
  .describe(
    "After the launch the backup is packed, encrypted to the recipient, and sent by this command; " +
      "the packed file is removed once it exited 0.",
  );

export const keepSchema = z
  .strictObject({ count: z.int().min(1).max(1000).default(5), days: z.int().min(0).max(3650).default(30) })
  .prefault({})
  .describe(
    "A backup is removed once it is both beyond the newest `count` and older than `days`. The newest proved one never is.",
  );

export const recipientSchema = z
  .string()
  .regex(/^age1[0-9a-z]{20,}$/, msg`is not a public key of age (age1…)`)
  .optional();
