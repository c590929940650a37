import { join } from "node:path";

/** The folder of this tool, wherever its code was bundled to. */
export const toolHome: string = process.env["DEODAR_BENCH_HOME"] ?? join(import.meta.dirname, "..");
