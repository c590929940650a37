import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const usualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * The Chromium of this machine: `CHROMIUM_PATH`, or where Linux distributions put it. Where there is none the answer is
 * `undefined`, except in continuous integration (`CI=true`), which must have one.
 */
export function chromiumProgram(): string | undefined {
  const found = process.env["CHROMIUM_PATH"] ?? usualPlaces.find((path) => existsSync(path));
  if (found === undefined && process.env["CI"] === "true")
    throw new Error("no Chromium: continuous integration must have one");
  if (found === undefined) console.warn("No Chromium here (set CHROMIUM_PATH): the browser test is skipped.");
  return found;
}

/** Milliseconds that the browser may take to start, on a machine that has other work. */
const startLimit = 300_000;

/** Starts it with an empty profile and everything off that would reach for the network by itself. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    timeout: startLimit,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
