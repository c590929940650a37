import { isBuiltin } from "node:module";
import type { ImportedModule } from "./imports.ts";
import type { Manifest } from "./workspace.ts";

/** What the table says of one package. */
export interface GraphEntry {
  /** Imports only go to packages of a lower tier. */
  readonly tier: number;
  /** Whether it must run anywhere JavaScript runs, so with no built-in module of Node. */
  readonly engine: boolean;
  /** The packages of ours that it may import. */
  readonly imports: readonly string[];
  /** The packages of others that its user brings along, such as the program that it plugs into. */
  readonly peers?: readonly string[];
}

/** The table: every package that may exist, by name. */
export type Graph = Readonly<Record<string, GraphEntry>>;

/** A package as it is: its manifest and what its sources import. */
export interface ActualPackage {
  readonly manifest: Manifest;
  readonly imports: readonly (ImportedModule & { readonly file: string })[];
}

/** What the table itself has wrong: unknown names, and edges that do not go to a lower tier (so also every cycle). */
export function tableFaults(graph: Graph): readonly string[] {
  const faults: string[] = [];
  for (const [name, { tier, imports }] of Object.entries(graph)) {
    for (const imported of imports) {
      const target = entryOf(graph, imported);
      if (target === undefined) faults.push(`${name} may import ${imported}, which is not in the table`);
      else if (target.tier >= tier) faults.push(`${name} (tier ${tier}) may import ${imported} (tier ${target.tier})`);
    }
  }
  return faults;
}

/** Where a package departs from the table: its declared dependencies, its real imports, or one from the other. */
export function packageFaults(graph: Graph, { manifest, imports }: ActualPackage): readonly string[] {
  const { name, dependencies = {}, peerDependencies = {}, optionalDependencies = {} } = manifest;
  const entry = entryOf(graph, name);
  if (entry === undefined) return [`${name} is not in the table`];
  const faults: string[] = [];
  const peers = Object.keys(peerDependencies).filter((peer) => entry.peers?.includes(peer) === true);
  for (const peer of Object.keys(peerDependencies)) {
    if (!peers.includes(peer)) faults.push(`${name} has the peer dependency ${peer}`);
  }
  for (const [dependency, range] of Object.entries({ ...dependencies, ...optionalDependencies })) {
    if (entryOf(graph, dependency) === undefined) continue;
    if (!entry.imports.includes(dependency)) faults.push(`${name} may not depend on ${dependency}`);
    if (range !== "workspace:^") faults.push(`${name} depends on ${dependency} by "${range}", not "workspace:^"`);
  }
  const used = new Set<string>();
  for (const { specifier, file } of imports) {
    if (specifier.startsWith(".")) {
      if (!/\.(ts|js|json)$/.test(specifier)) faults.push(`${file} imports ${specifier} without its extension`);
      continue;
    }
    if (isBuiltin(specifier)) {
      if (entry.engine) faults.push(`${file} imports ${specifier}: an engine package uses no built-in module`);
      continue;
    }
    const target = packageOf(specifier);
    used.add(target);
    if (target === name) faults.push(`${file} imports its own package by name`);
    else if (!Object.hasOwn(dependencies, target) && !peers.includes(target))
      faults.push(`${file} imports ${target}, which ${name} does not depend on`);
  }
  for (const dependency of Object.keys(dependencies)) {
    if (!used.has(dependency)) faults.push(`${name} depends on ${dependency} and imports nothing from it`);
  }
  return faults;
}

function entryOf(graph: Graph, name: string): GraphEntry | undefined {
  return Object.hasOwn(graph, name) ? graph[name] : undefined;
}

/** `@scope/name` or `name` of a module specifier that may have a sub-path. */
function packageOf(specifier: string): string {
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}
