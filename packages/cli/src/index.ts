export { type ExitCode, exitCode } from "./exit-code.ts";
export type { Io } from "./io.ts";
export { main } from "./main.ts";
