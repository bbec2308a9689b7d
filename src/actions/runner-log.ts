import { info, setSecret, warning } from "@actions/core";
import type { Log } from "../core/log.ts";

/** The runner's log. Errors are marked in the text; the one annotation is made where the action fails. */
export const runnerLog: Log = {
  info,
  warn: (text) => warning(text),
  error: (text) => info(`❌ ${text}`),
  secret: setSecret,
};
