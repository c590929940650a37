/** Entities with more attributes than this are read by name. */
const mostNames = 32;

/** So many layouts are told apart before a store begins anew, since data from outside may have any names. */
const mostLayouts = 1_000;

/** The names of an entity's attributes in their order. The entities of a store that have the same ones share it. */
export class Layout {
  readonly #names: readonly string[];

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** The place of an attribute, or -1. */
  placeOf(name: string): number {
    return this.#names.indexOf(name);
  }
}

/** The layouts of the entities of one store. */
export class Layouts {
  readonly #known: Map<string, Layout> = new Map();

  /** The layout of these attributes, or `undefined` if they are too many for one. */
  of(attributes: ReadonlyMap<string, unknown>): Layout | undefined {
    if (attributes.size > mostNames) return undefined;
    const names = [...attributes.keys()];
    const key = names.map((name) => `${name.length} ${name}`).join();
    let layout = this.#known.get(key);
    if (layout === undefined) {
      if (this.#known.size >= mostLayouts) this.#known.clear();
      layout = new Layout(names);
      this.#known.set(key, layout);
    }
    return layout;
  }
}

/** What a reader knows before it has read anything: the layout of no entity. */
const noLayout: Layout = new Layout([]);

/**
 * Reads one attribute of many entities. It remembers where the last one had it, and most entities that a policy meets
 * are laid out alike.
 */
export class AttributeReader {
  readonly name: string;
  #layout: Layout = noLayout;
  #place = -1;

  constructor(name: string) {
    this.name = name;
  }

  /** The place of the attribute in this layout, or -1. */
  placeIn(layout: Layout): number {
    if (layout !== this.#layout) {
      this.#layout = layout;
      this.#place = layout.placeOf(this.name);
    }
    return this.#place;
  }
}
