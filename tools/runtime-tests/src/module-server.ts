import { createReadStream, existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, normalize } from "node:path";
import { repositoryRoot, workspacePackages } from "@deodar/package-graph";

/** A web server for the built packages. */
export interface ModuleServer {
  /** Where its page is, on the loopback interface. */
  readonly url: string;
  readonly close: () => void;
}

const servedFolders = ["packages/", "tools/runtime-tests/src/"];

/** What packages take from elsewhere. */
const thirdParties = { "bignumber.js": "/packages/model/node_modules/bignumber.js/dist/bignumber.mjs" };

/** Serves the packages' built files as they are, and one page whose import map gives them their names. */
export async function serveModules(): Promise<ModuleServer> {
  const page = `<!doctype html><title>Deodar</title><script type="importmap">${JSON.stringify({ imports: importMap() })}</script>`;
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname)
      .replaceAll("\\", "/")
      .slice(1);
    if (path === "") {
      response.setHeader("content-type", "text/html").end(page);
      return;
    }
    const file = join(repositoryRoot, path);
    if (!/\.m?js$/.test(path) || !servedFolders.some((folder) => path.startsWith(folder)) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader("content-type", "text/javascript");
    createReadStream(file).pipe(response);
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** Every entry of every package by the name it is imported by. */
function importMap(): Readonly<Record<string, string>> {
  const entries = workspacePackages().flatMap(({ folder, manifest }) =>
    Object.entries(manifest.exports ?? {}).flatMap(([entry, target]) => {
      const file = typeof target === "object" && target !== null && "default" in target ? target.default : undefined;
      if (typeof file !== "string") return [];
      return [[manifest.name + entry.slice(1), `/packages/${folder}/${file.slice(2)}`] as const];
    }),
  );
  return { ...thirdParties, ...Object.fromEntries(entries) };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
}
