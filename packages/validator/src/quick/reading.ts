import { keptUid, type LastingMap, type Node, StoreBuilder } from "@deodar/core/json-reader";
import { isWellFormed } from "@deodar/json";
import type { KnownType } from "./known-types.ts";

/** So many members and elements are read at most: values that share their parts can be far larger than they look. */
const mostSteps = 2_000_000;

/** Sets and records that are deeper than this are left to the thorough reader. */
const mostNesting = 200;

/** What one quick reading has come to. */
export class Reading {
  /** Whether what is read may be any JavaScript, and not only what a reader of JSON gave. */
  readonly #foreign: boolean;
  readonly store: StoreBuilder = new StoreBuilder();
  readonly #byType: (LastingMap<Node> | undefined)[];
  /** Whether all plain objects inherit something that `for … in` would take for their own. */
  readonly #isPolluted: boolean = inheritsAnything({});
  #steps = 0;
  #depth = 0;
  #lists = 0;

  /** @param types how many types of entities are known */
  constructor(foreign: boolean, types: number) {
    this.#foreign = foreign;
    this.#byType = new Array<undefined>(types).fill(undefined);
  }

  /** The keys of a plain object, or `undefined` if it is none or if too much was read. To be followed by `leave`. */
  enter(value: unknown): readonly string[] | undefined {
    if (!this.#isPlain(value)) return undefined;
    const keys = Object.keys(value);
    return this.#goesOn(keys.length) ? keys : undefined;
  }

  /** Whether this is a plain object that may be gone through with `for … in`, for ones that have few members. */
  isSmall(value: unknown): value is Members {
    this.#steps += 3;
    return this.#isPlain(value) && !this.#isPolluted && this.#steps <= mostSteps;
  }

  /** Whether this is an array that may be read. To be followed by `leave`. */
  enterArray(value: unknown): value is readonly unknown[] {
    return Array.isArray(value) && this.#goesOn(value.length);
  }

  /** All parts of what was entered last were read. */
  leave(): void {
    this.#depth -= 1;
  }

  /** A number for the nodes of a list to remember, by which each of them is known when it comes again in that list. */
  nextList(): number {
    return --this.#lists;
  }

  /** The node of the uid with this type and id, if there can be one. */
  node({ name, number, isDeclared }: KnownType, id: string): Node | undefined {
    const { nodes } = this.store;
    this.#byType[number] ??= nodes.nodesOf(name);
    const ofType = this.#byType[number];
    const node = ofType.get(id);
    if (node !== undefined) return node;
    return isWellFormed(id) && isDeclared(id) ? nodes.create(keptUid(name, id), ofType) : undefined;
  }

  #isPlain(value: unknown): value is Members {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    if (!this.#foreign) return true;
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
  }

  #goesOn(parts: number): boolean {
    this.#steps += parts + 1;
    this.#depth += 1;
    return this.#steps <= mostSteps && this.#depth <= mostNesting;
  }
}

/** An object whose members were counted; what they are is to be found out, each read once. */
export interface Members {
  readonly [key: string]: unknown;
}

function inheritsAnything(value: object): boolean {
  for (const _ in value) return true;
  return false;
}
