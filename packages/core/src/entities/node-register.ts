import { type EntityUid, numberIn, ownUid, rememberNumber } from "../values/entity-uid.ts";
import type { LastingMap } from "./lasting-map.ts";
import { Node } from "./node.ts";
import { UidIndex } from "./uid-index.ts";

/** With fewer numbers than this out of use, nodes keep theirs. */
const renumberAtLeast = 1_000;

/**
 * The nodes of a store, by uid and by number. A uid that was looked up remembers its number, so that the next time no
 * text needs to be hashed. A number is never given to another node while uids may remember it.
 */
export class NodeRegister {
  readonly #index: UidIndex<Node> = new UidIndex();
  #byNumber: (Node | undefined)[] = [];
  /** How many numbers are out of use. */
  #unused = 0;
  /** What uids know this numbering by. */
  #key: object = {};
  #numbering = 0;

  /** How many nodes there are. */
  get size(): number {
    return this.#byNumber.length - this.#unused;
  }

  /** As long as this is the same, no node has lost its number. */
  get numbering(): number {
    return this.#numbering;
  }

  /** The node of this uid, or `undefined`. */
  find(uid: EntityUid): Node | undefined {
    const number = numberIn(uid, this.#key);
    return (number < 0 ? undefined : this.#byNumber[number]) ?? this.#lookUp(uid);
  }

  /** The number of the node of this uid, or -1, without a look at the node if the uid remembers it. */
  numberOf(uid: EntityUid): number {
    const number = numberIn(uid, this.#key);
    return number >= 0 && this.#byNumber[number] !== undefined ? number : (this.#lookUp(uid)?.number ?? -1);
  }

  /** The node of the principal of a request, which is not expected to be looked up by the same object again. */
  findPrincipal(uid: EntityUid): Node | undefined {
    return this.#index.getOne(uid);
  }

  /** The node of the resource of a request. */
  findResource(uid: EntityUid): Node | undefined {
    return this.#index.getOther(uid);
  }

  /** The node with this number, which must be in use. */
  at(number: number): Node {
    return this.#byNumber[number] as Node;
  }

  /** The nodes of this type by id, for whoever asks for many of them; new ones are to be made by {@link create}. */
  nodesOf(type: string): LastingMap<Node> {
    return this.#index.idsOf(type);
  }

  /** Makes the node of this uid, which must have none. */
  create(uid: EntityUid, nodes: LastingMap<Node> = this.nodesOf(uid.type)): Node {
    const node = new Node(ownUid(uid), this.#byNumber.length);
    this.#byNumber.push(node);
    nodes.set(uid.id, node);
    rememberNumber(node.uid, this.#key, node.number);
    return node;
  }

  /** Takes a node out; its number stays unused until nodes are numbered anew. */
  delete(node: Node): void {
    this.#index.delete(node.uid);
    this.#unused += 1;
    this.#byNumber[node.number] = undefined;
    this.#numbering += 1;
  }

  /** Numbers the nodes anew if most numbers are out of use, and says whether it did: remembered ones mean nothing then. */
  compact(): boolean {
    if (this.#unused < renumberAtLeast || this.#unused < this.size) return false;
    this.#unused = 0;
    this.#key = {};
    this.#numbering += 1;
    this.#byNumber = [];
    for (const node of this.#index.values()) {
      node.number = this.#byNumber.length;
      this.#byNumber.push(node);
    }
    return true;
  }

  /** All nodes, in no particular order. */
  values(): IterableIterator<Node> {
    return this.#index.values();
  }

  #lookUp(uid: EntityUid): Node | undefined {
    const node = this.#index.get(uid);
    if (node !== undefined) rememberNumber(uid, this.#key, node.number);
    return node;
  }
}
