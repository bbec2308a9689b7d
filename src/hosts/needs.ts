import type { Right } from "./sudo/sudo.ts";

/** What a part of the plan needs on a host. The look by day finds what is missing, and `golive sudoers` prints the lines. */
export interface HostNeeds {
  readonly host: string;
  readonly programs?: readonly string[];
  /** Whom any command may run as, through sudo. */
  readonly user?: string | undefined;
  /** Commands that run through sudo in exactly these words. */
  readonly rights?: readonly Right[];
  /** Folders that have to be written. */
  readonly folders?: readonly FolderNeed[];
}

export interface FolderNeed {
  /** Of the plan: what names it. */
  readonly key: string;
  readonly path: string;
  readonly user?: string | undefined;
  /** It is made by the launch, so its nearest parent that is there counts. */
  readonly made?: boolean;
}
