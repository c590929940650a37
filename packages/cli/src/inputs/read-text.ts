import type { SourceText } from "@deodar/diagnostics";
import { cliFault } from "../catalogue.ts";
import type { Io } from "../io.ts";
import { type Loaded, loaded, notLoaded } from "../problem.ts";

/** What a text is called that came from standard input. */
export const stdinName = "<stdin>";

/** The text of a file, or of standard input for `-`. */
export async function readText(io: Io, path: string, what: string): Promise<Loaded<Required<SourceText>>> {
  try {
    const text = path === "-" ? await io.readStdin() : await io.readFile(path);
    return loaded({ name: path === "-" ? stdinName : path, text });
  } catch (thrown) {
    const name = path === "-" ? `${what} from stdin` : `${what} file ${path}`;
    const diagnostics = [cliFault("cli/unreadable-file", { reason: reasonOf(thrown) })];
    return notLoaded({ what: `failed to open ${name}`, diagnostics });
  }
}

function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const code = "code" in thrown ? thrown.code : undefined;
  switch (code) {
    case "ENOENT":
      return "there is no such file";
    case "EISDIR":
      return "it is a directory";
    case "EACCES":
      return "permission denied";
    default:
      return thrown.message;
  }
}
