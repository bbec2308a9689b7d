import { DateTime } from "luxon";
import { t } from "../../core/text/text.ts";
import type { Fire, Source } from "./fires.ts";
import type { KindOfJob, Seen } from "./seen.ts";

/** How people are told of it. */
export interface Telling {
  readonly zone: string;
  readonly rotated: Seen["rotated"];
  /** Accounts that may be named: those of the plan. Another person's is a number. */
  readonly known: ReadonlySet<string>;
}

/** `02:30 clinic-dump.timer (dumps a database)` */
export function fireText({ when, source, kinds }: Fire, telling: Telling): string {
  const told = kinds.flatMap((kind) => whatItDoes(kind, telling) ?? []);
  const what = told.length === 0 ? "" : ` (${told.join(", ")})`;
  return `${whenText(when, telling.zone)} ${sourceText(source, telling.known)}${what}`;
}

function whenText({ at, later }: Fire["when"], zone: string): string {
  if (at === null) return t`at a time that could not be read`;
  const clock = (time: number) => DateTime.fromMillis(time, { zone }).toFormat("HH:mm");
  return later < 60_000 ? clock(at) : `${clock(at)}–${clock(at + later)}`;
}

function sourceText(source: Source, known: ReadonlySet<string>): string {
  switch (source.kind) {
    case "systemd":
      return plain(source.unit);
    case "cron":
      return plain(source.file);
    case "line":
      return t`line ${source.line} of ${source.file}`;
    case "crontab":
      return t`line ${source.line} of the crontab of ${accountText(source, known)}`;
  }
}

type Account = Pick<Extract<Source, { readonly kind: "crontab" }>, "user" | "uid">;

/** Who an account is of may be nobody's to tell: accounts of programs are below 1000. */
export function mayName({ user, uid }: Account, known: ReadonlySet<string>): boolean {
  return known.has(user) || (uid !== null && uid < 1000);
}

function accountText(account: Account, known: ReadonlySet<string>): string {
  return mayName(account, known) ? account.user : t`user ${account.uid ?? "?"}`;
}

/** Names of files and units are whatever somebody made of them. */
function plain(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9@:._/-]/g, "?").slice(0, 80);
}

function whatItDoes(kind: KindOfJob, { rotated }: Telling): string | null {
  switch (kind) {
    case "dump":
      return t`dumps a database: what migrates waits for it`;
    case "backup":
      return t`makes a backup`;
    case "renew":
      return t`renews certificates`;
    case "upgrade":
      return t`installs upgrades, which restart services and PostgreSQL`;
    case "vacuum":
      return t`locks tables`;
    case "restart":
      return t`stops or starts services`;
    case "rotate":
      return rotated.length === 0 ? null : t`restarts services by ${rotated.map(plain).join(", ")}`;
    default:
      return null;
  }
}
