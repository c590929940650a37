import { type EntityJson, plainUid, type RequestJson, type Uid, uidText, type Workload } from "./workload.ts";

/** The entities of a workload, by uid, with their ancestors. */
export class Graph {
  readonly #workload: Workload;
  readonly #entities: Map<string, EntityJson>;

  constructor(workload: Workload) {
    this.#workload = workload;
    this.#entities = new Map(
      [...workload.entities, ...workload.actions].map((entity) => [uidText(plainUid(entity.uid)), entity]),
    );
  }

  /** The entity with this uid. */
  get(uid: Uid): EntityJson | undefined {
    return this.#entities.get(uidText(uid));
  }

  /** The uids of all ancestors, present or not, without the entity itself unless it is its own ancestor. */
  ancestors(uid: Uid): Map<string, Uid> {
    const found = new Map<string, Uid>();
    const open: Uid[] = [uid];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const parent of (this.get(next)?.parents ?? []).map(plainUid)) {
        if (found.has(uidText(parent))) continue;
        found.set(uidText(parent), parent);
        open.push(parent);
      }
    }
    return found;
  }

  /** The entities that the decision of this request can depend on, without the actions. */
  slice(request: RequestJson): EntityJson[] {
    const wanted = new Map<string, Uid>();
    for (const root of this.#workload.roots(request, (uid) => this.get(uid))) {
      wanted.set(uidText(root), root);
      for (const [key, ancestor] of this.ancestors(root)) wanted.set(key, ancestor);
    }
    return [...wanted.values()].flatMap((uid) => this.get(uid) ?? []);
  }
}
