import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { TestContext } from "node:test";

/** The port of loopback on which the server listens until the test's end. */
export async function listening(t: TestContext, server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A proxy that leads every tunnel to this port, whatever name was asked for. */
export async function proxyTo(t: TestContext, port: number) {
  const tunnels: { readonly to: string | undefined; readonly login: string | undefined }[] = [];
  const server = createServer((_, response) => void response.writeHead(405).end());
  server.on("connect", (request, socket) => {
    tunnels.push({ to: request.url, login: request.headers["proxy-authorization"] });
    const onward = connect(port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [socket, onward]) end.on("error", () => onward.destroy());
    t.after(() => onward.destroy());
  });
  return { tunnels, port: await listening(t, server) };
}
