import { readFile } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";
import type { Issued } from "../checks/certificates.ts";

/** SMTP as far as a notice needs it. `breakAt`: the connection breaks in place of the answer to that. */
export async function startMailServer(
  t: { after(end: () => void): void },
  {
    certificate,
    startTls = true,
    password = "secret",
    breakAt = "",
  }: { certificate: Issued; startTls?: boolean; password?: string; breakAt?: "" | "DATA-END" | "MAIL" },
) {
  const mails: { from: string; to: string[]; text: string; secure: boolean }[] = [];
  const context = createSecureContext({
    key: await readFile(certificate.key),
    cert: await readFile(certificate.chain),
  });
  const sockets = new Set<Socket>();
  const serve = (socket: Socket, secure: boolean) => {
    sockets.add(socket);
    socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    let rest = "";
    let data: string | null = null;
    let mail = { from: "", to: [] as string[] };
    let known = false;
    const say = (line: string) => void socket.write(`${line}\r\n`);
    const take = (line: string): void => {
      if (data !== null) {
        if (line !== ".") return void (data += `${line}\n`);
        mails.push({ ...mail, text: data, secure });
        data = null;
        if (breakAt === "DATA-END") return void socket.destroy();
        return say("250 taken");
      }
      const [verb = "", ...words] = line.split(" ");
      switch (verb.toUpperCase()) {
        case "EHLO":
          return say(
            ["250-mail.test", ...(startTls && !secure ? ["250-STARTTLS"] : []), "250 AUTH PLAIN"].join("\r\n"),
          );
        case "STARTTLS": {
          if (!startTls) return say("502 not here");
          say("220 go ahead");
          socket.removeAllListeners("data");
          return serve(new TLSSocket(socket, { isServer: true, secureContext: context }), true);
        }
        case "AUTH":
          known =
            Buffer.from(words[1] ?? "", "base64")
              .toString()
              .split("\0")[2] === password;
          return say(known ? "235 welcome" : "535 who are you");
        case "MAIL":
          if (breakAt === "MAIL") return void socket.destroy();
          mail = { from: line, to: [] };
          return say(known ? "250 ok" : "530 log in first");
        case "RCPT":
          mail.to.push(line);
          return say("250 ok");
        case "DATA":
          data = "";
          return say("354 go on");
        case "QUIT":
          say("221 bye");
          return void socket.end();
        default:
          return say("500 what?");
      }
    };
    socket.on("data", (part: Buffer) => {
      rest += part.toString();
      for (let at = rest.indexOf("\r\n"); at >= 0; at = rest.indexOf("\r\n")) {
        const line = rest.slice(0, at);
        rest = rest.slice(at + 2);
        take(line);
      }
    });
    if (!secure) say("220 mail.test");
  };
  const server = createServer((socket) => serve(socket, false));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { mails, port: (server.address() as AddressInfo).port };
}
