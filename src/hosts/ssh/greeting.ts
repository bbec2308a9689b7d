import type { Finished } from "../../core/command.ts";
import type { Problem } from "../../core/errors.ts";
import { t } from "../../core/text/text.ts";

/**
 * What a host has to give back as it is, before anything else is asked of it: whatever is written beside the answers
 * would be taken for a part of them, and a shell that reads quotes in its own way would change commands silently.
 */
export const greeting = `golive it's \\ \\\\ "$HOME" !\n* done`;

export const greetingWords: readonly string[] = ["printf", "%s", greeting];

/** What is wrong with a host's answer to the greeting; null when it is as it has to be. */
export function greetingProblem({ code, stdout, stderr }: Finished, host: string, user: string): Problem | null {
  if (code === 0 && stdout === greeting) return null;
  const said = `${stdout}\n${stderr}`;
  if (/password.*expired|Password change required|account has expired/i.test(said)) return expired(host, user);
  if (/account is currently not available|This account is|nologin/i.test(said) && code !== 0)
    return noShell(host, user);
  if (stdout.includes(greeting))
    return {
      code: "ssh-host-noise",
      what: t`the host writes text of its own beside the answers of commands (${linesBeside(stdout)} lines)`,
      where: host,
      mend: t`a start-up file of ${user}'s shell prints it (~/.bashrc, ~/.bash_logout, ~/.zshenv): let it print for \
people only, after [ -t 1 ] or exit`,
    };
  // csh ends a quote at the end of a line, and reads ! in it.
  if (stdout.includes("golive it") || /^Unmatched ['"`]|event not found/im.test(stderr))
    return {
      code: "ssh-host-shell",
      what: t`the shell of ${user} there reads quotes in its own way`,
      where: host,
      mend: t`as root there: chsh -s /bin/sh ${user} (or bash, dash, zsh); fish and csh change commands`,
    };
  if (code !== 0 && stdout.trim() === "") return noShell(host, user);
  return {
    code: "ssh-host-forced",
    what: t`another program answers there than the one that was asked for`,
    where: host,
    mend: t`take ForceCommand for ${user} out of sshd_config, and command="…" out of authorized_keys; golive needs a shell`,
  };
}

/** sshd says so itself, before any command, and closes the connection. */
export function expiredProblem({ stderr }: Finished, host: string, user: string): Problem | null {
  return /^Your account has expired/m.test(stderr) ? expired(host, user) : null;
}

function expired(host: string, user: string): Problem {
  return {
    code: "ssh-host-expired",
    what: t`the password or the account of ${user} has expired there, so no command is run for it`,
    where: host,
    mend: t`as root there: chage -l ${user} shows it; chage -M -1 -E -1 ${user} ends that for an account that has only a key`,
  };
}

function noShell(host: string, user: string): Problem {
  return {
    code: "ssh-host-no-shell",
    what: t`${user} is let in there, but no command is run for it`,
    where: host,
    mend: t`look at its shell (getent passwd ${user}; chsh -s /bin/sh ${user}), then at ForceCommand in sshd_config \
and command="…" in authorized_keys`,
  };
}

function linesBeside(stdout: string): number {
  return stdout
    .replace(greeting, "\n")
    .split("\n")
    .filter((line) => line.trim() !== "").length;
}
