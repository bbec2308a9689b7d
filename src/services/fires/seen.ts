/** What kind of thing a job does, by the words of its command and of the script that it names. */
export const kindsOfJob = [
  "dump",
  "backup",
  "renew",
  "upgrade",
  "vacuum",
  "restart",
  "anacron",
  "rotate",
  "idle",
] as const;
export type KindOfJob = (typeof kindsOfJob)[number];

/** A job of a crontab. */
export interface CronLine {
  readonly of: "file" | "user";
  /** Its file, or whose it is. */
  readonly name: string;
  readonly line: number;
  readonly times: string;
  /** Whom it runs as, and his number. */
  readonly user: string;
  readonly uid: number | null;
  readonly kinds: readonly KindOfJob[];
  /** The folder whose programs it runs. */
  readonly folder: string;
  /** The zone that the crontab names. */
  readonly zone: string;
}

/** A program of /etc/cron.daily and the like. */
export interface CronPart {
  readonly folder: string;
  readonly name: string;
  readonly kinds: readonly KindOfJob[];
}

export interface Calendar {
  /** The most that it is put off, as systemd writes it, and in seconds. */
  readonly delay: string;
  readonly seconds: number;
  /** The first time that counts, in milliseconds; null where this systemd does not tell. */
  readonly first: number | null;
}

/** What a machine says of what runs by itself there. */
export interface Seen {
  readonly zone: string;
  /** Minutes east of Greenwich, for a zone that nobody knows by name. */
  readonly offset: string;
  /** Null when none runs. */
  readonly cron: "cronie" | "other" | null;
  readonly lines: readonly CronLine[];
  readonly parts: readonly CronPart[];
  /** Folders of crontabs that the connection may not read. */
  readonly unread: readonly string[];
  /** Files of logrotate that restart something. */
  readonly rotated: readonly string[];
  /** Whether Debian's upgrades by night are turned on; null where there are none. */
  readonly unattended: boolean | null;
  readonly timersUnread: boolean;
  /** Properties of each timer, as systemctl shows them. */
  readonly timers: readonly (readonly (readonly [name: string, value: string])[])[];
  /** By delay and expression. */
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly units: ReadonlyMap<string, readonly KindOfJob[]>;
  /** When it started, in milliseconds since 1970. */
  readonly startedAt: number;
}

type Lines = readonly (readonly string[])[];

/** Reads what `what-fires.sh` printed. */
export function readSeen(text: string): Seen {
  const all = text.split("\n").map((line) => line.split("\t"));
  const of = (word: string): Lines => all.filter(([first]) => first === word).map(([, ...rest]) => rest);
  const [zone = "", offset = "+0000"] = of("zone")[0] ?? [];
  const [cron] = of("cron");
  const [unattended] = of("unattended");
  const [up = "0", now = "0"] = of("up")[0] ?? [];
  return {
    zone,
    offset,
    cron: cron === undefined ? null : cronNamed(cron[0]),
    lines: cronLines(of("line")),
    parts: of("part").map(([folder = "", name = "", kinds = ""]) => ({ folder, name, kinds: kindsIn(kinds) })),
    unread: of("unread").map(([folder = ""]) => folder),
    rotated: of("rotated").map(([file = ""]) => file),
    unattended: unattended === undefined ? null : unattended[0] === "yes",
    timersUnread: all.some(([first]) => first === "timers-unread"),
    timers: blocks(of("timer").map((fields) => fields.join("\t"))),
    calendars: new Map(of("calendar").map(calendarOf)),
    units: new Map(of("unit").map(([unit = "", kinds = ""]) => [unit, kindsIn(kinds)])),
    startedAt: (Number(now) - Number(up)) * 1000,
  };
}

export function cronLines(fields: Lines): CronLine[] {
  return fields.map(
    ([of, name = "", line = "", times = "", user = "", uid = "", kinds = "", folder = "", zone = ""]) => ({
      of: of === "user" ? "user" : "file",
      name,
      line: Number(line),
      times,
      user,
      uid: uid === "" ? null : Number(uid),
      kinds: kindsIn(kinds),
      folder,
      zone,
    }),
  );
}

function cronNamed(said = ""): "cronie" | "other" {
  return said === "cronie" ? "cronie" : "other";
}

function kindsIn(words: string): KindOfJob[] {
  const said = words.split(" ");
  return kindsOfJob.filter((kind) => said.includes(kind));
}

/** systemctl parts units by an empty line; a property may be there several times. */
function blocks(lines: readonly string[]): [name: string, value: string][][] {
  const found: [string, string][][] = [[]];
  for (const line of lines) {
    const cut = line.indexOf("=");
    if (cut === -1) found.push([]);
    else found.at(-1)?.push([line.slice(0, cut), line.slice(cut + 1)]);
  }
  return found.filter((block) => block.length > 0);
}

function calendarOf([delay = "", expression = "", seconds = "", first = ""]: readonly string[]): [string, Calendar] {
  return [`${delay}\t${expression}`, { delay, seconds: Number(seconds), first: momentOf(first) }];
}

/** `Sun 2026-11-29 06:00:00 UTC` */
function momentOf(text: string): number | null {
  const [, date, time] = /^\w{3} (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d+)? UTC$/.exec(text) ?? [];
  return date === undefined ? null : Date.parse(`${date}T${time}Z`);
}
