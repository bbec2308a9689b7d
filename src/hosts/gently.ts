import { type Host, hostLike } from "./host.ts";

/** The same host, with every command behind the service in the queues for processor and disk. */
export function gently(host: Host): Host {
  const gentle = hostLike(host, (command) =>
    host.attempt({
      ...command,
      file: "nice",
      args: ["-n", "19", "ionice", "-c", "3", command.file, ...command.args],
      label:
        command.label ?? [command.file, ...(command.file === "sh" ? command.args.slice(3) : command.args)].join(" "),
    }),
  );
  return host.tunnel === undefined ? gentle : { ...gentle, tunnel: host.tunnel };
}
