import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The repository's root. */
export const repositoryRoot: string = join(import.meta.dirname, "..", "..", "..");

/** The fields of a package.json that checks look at. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly publishConfig?: { readonly exports?: Readonly<Record<string, unknown>> };
  readonly [field: string]: unknown;
}

/** A package of the repository that gets published. */
export interface WorkspacePackage {
  /** Its folder under `packages/`. */
  readonly folder: string;
  readonly path: string;
  readonly manifest: Manifest;
}

/** Every package under `packages/`, in order of their folders. */
export function workspacePackages(): readonly WorkspacePackage[] {
  const packagesFolder = join(repositoryRoot, "packages");
  return readdirSync(packagesFolder)
    .sort()
    .map((folder) => ({ folder, path: join(packagesFolder, folder) }))
    .filter(({ path }) => existsSync(join(path, "package.json")))
    .map(({ folder, path }) => ({ folder, path, manifest: readManifest(path) }));
}

/** The files below a folder that end in `.ts` (declaration files apart), as absolute paths in a fixed order. */
export function sourceFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .sort()
    .map((file) => join(folder, file));
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as Manifest;
}
