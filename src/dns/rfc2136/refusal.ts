import type { Finished } from "../../core/command.ts";
import { t } from "../../core/text/text.ts";
import { nameServer, shownServer } from "./ask.ts";
import type { Rfc2136 } from "./schema.ts";

/** Why an update was not made. */
export interface Refused {
  readonly code: string;
  /** It changed nothing, because what stands there is not what it was told. */
  readonly prerequisite?: boolean;
  readonly what: string;
  readonly mend: string;
}

/** In words of our own: of a key that it cannot read nsupdate prints what stands in it. Null: the update was made. */
export function refusalOf(change: Rfc2136, { code, stderr }: Pick<Finished, "code" | "stderr">): Refused | null {
  if (code === 0 && !/update failed|could not read key/.test(stderr)) return null;
  const at = shownServer(nameServer(change.server));
  // Then it goes on without one.
  if (/could not read key|unable to open|key.*not found/i.test(stderr))
    return {
      code: "dns-key-unreadable",
      what: t`${change.keyFile} holds no key that nsupdate can read`,
      mend: t`write it with tsig-keygen, and let its user read it`,
    };
  const failed = /update failed: (\w+(?:\(\w+\))?)/.exec(stderr)?.[1] ?? "";
  return byServer(change, at, failed) ?? withoutAnswer(at, failed, { code, stderr });
}

/** What the server said, by its code. */
function byServer({ zone, name, type, keyFile: key }: Rfc2136, at: string, failed: string): Refused | null {
  switch (failed) {
    case "NXRRSET":
    case "YXRRSET":
    case "NXDOMAIN":
    case "YXDOMAIN":
      return {
        code: "dns-records-changed",
        prerequisite: true,
        what: t`${at} has other records at ${name} than were read from it`,
        mend: t`look who else changes them`,
      };
    case "REFUSED":
      return {
        code: "dns-update-refused",
        what: t`${at} does not let the key change ${name} ${type}`,
        mend: t`allow it in the zone's update-policy (docs/dns.md has the lines)`,
      };
    case "NOTAUTH":
      return {
        code: "dns-not-primary",
        what: t`${at} is not the primary server of ${zone}`,
        mend: t`name the one that takes updates`,
      };
    case "NOTZONE":
      return {
        code: "dns-not-in-zone",
        what: t`${name} is not in the zone ${zone} at ${at}`,
        mend: t`name the zone that it is in`,
      };
    case "NOTIMP":
      return {
        code: "dns-no-updates",
        what: t`${at} takes no updates for ${zone}`,
        mend: t`name the primary server, or use a change of kind command`,
      };
    case "SERVFAIL":
      return {
        code: "dns-server-failed",
        what: t`${at} could not make the update (SERVFAIL)`,
        mend: t`its log says why; may it write its zone's journal?`,
      };
    default:
      return badSignature(key, at, failed);
  }
}

function badSignature(key: string, at: string, failed: string): Refused | null {
  switch (failed) {
    case "NOTAUTH(BADKEY)":
    case "REFUSED(BADKEY)":
      return {
        code: "dns-key-unknown",
        what: t`${at} does not know the key ${key}`,
        mend: t`give the server the same key, under the same name`,
      };
    case "NOTAUTH(BADSIG)":
      return {
        code: "dns-key-differs",
        what: t`the key ${key} has another secret than the one of that name at ${at}`,
        mend: t`copy it from the server again`,
      };
    case "NOTAUTH(BADTIME)":
      return {
        code: "dns-clocks-apart",
        what: t`the clocks of this host and of ${at} are too far apart for a signed update`,
        mend: t`set them by NTP`,
      };
    default:
      return null;
  }
}

function withoutAnswer(at: string, failed: string, { code, stderr }: Pick<Finished, "code" | "stderr">): Refused {
  if (code === 127)
    return {
      code: "dns-nsupdate-missing",
      what: t`nsupdate is not installed`,
      mend: t`install it there (Debian: bind9-dnsutils)`,
    };
  if (failed !== "")
    return { code: "dns-update-failed", what: t`${at} refuses the update (${failed})`, mend: t`its log says why` };
  const silent =
    code === 124 ||
    code === null ||
    /Communication with .* failed|timed out|could not be reached|couldn't get address/i.test(stderr);
  const mend = t`is the server up, and may this host reach it?`;
  return silent
    ? { code: "dns-update-unanswered", what: t`the name server ${at} does not answer the update (TCP)`, mend }
    : { code: "dns-update-ended", what: t`nsupdate exited ${code}`, mend };
}
