import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let server: ChildProcess;
let origin: string;

beforeAll(async () => {
  const program = fileURLToPath(new URL("../src/server.cjs", import.meta.url));
  server = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"] });
  origin = await new Promise((resolve, reject) => {
    createInterface({ input: server.stdout as NodeJS.ReadableStream }).once("line", (port) => {
      resolve(`http://127.0.0.1:${port}`);
    });
    server.once("exit", (code) => reject(new Error(`the server ended with code ${code}`)));
  });
});

afterAll(() => {
  server.kill();
});

async function ask(method: string, path: string, user: string): Promise<readonly [number, string]> {
  const response = await fetch(`${origin}${path}`, { method, headers: { "x-user": user } });
  return [response.status, await response.text()];
}

describe("the public Express integration, with the alias in place", () => {
  test("loads this package as its engine", () => {
    const integration = createRequire(
      createRequire(import.meta.url).resolve("@cedar-policy/authorization-for-expressjs"),
    );
    const ours = fileURLToPath(import.meta.resolve("@deodar/cedar-wasm/nodejs"));
    expect(integration.resolve("@cedar-policy/cedar-wasm/nodejs")).toBe(ours);
    const core = createRequire(integration.resolve("@cedar-policy/cedar-authorization"));
    expect(core.resolve("@cedar-policy/cedar-wasm/nodejs")).toBe(ours);
  });

  test("allows what a policy permits", async () => {
    expect(await ask("GET", "/orders", "bob")).toEqual([200, "all orders"]);
    expect(await ask("DELETE", "/orders/7", "ada")).toEqual([200, "deleted 7"]);
  });

  test("denies what none permits, and what one forbids", async () => {
    const denied = [401, "Not authorized with explicit deny"];
    expect(await ask("DELETE", "/orders/7", "bob")).toEqual(denied);
    expect(await ask("GET", "/orders", "eve")).toEqual(denied);
    expect(await ask("DELETE", "/orders/7", "eve")).toEqual(denied);
  });

  test("knows of no other paths", async () => {
    expect(await ask("GET", "/secrets", "ada")).toEqual([404, "Not Found"]);
  });
});
