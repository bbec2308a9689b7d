import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A service whose /slow takes its time; what headers it was sent is in `asked`. */
export async function slowService(slowMs: number) {
  const asked: { url: string; bypass: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? "", bypass: request.headers["x-golive-bypass"] as string | undefined });
    request.resume();
    setTimeout(() => response.end("ok"), request.url === "/slow" ? slowMs : 0);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    asked,
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => (server.closeAllConnections(), server.close()),
  };
}
