import { seeded } from "@deodar/conformance/random";
import { Entities, entityUid } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { heapInUse } from "../measure/memory.ts";
import { alternate, type Side } from "../measure/rounds.ts";
import { type EntityJson, entity, type Uid } from "../workloads/workload.ts";
import { effortOf, type Suite, timeDetail } from "./suite.ts";

const depth = 10;
const fanIn = 100;

const group = (level: number, index: number): Uid => ({ type: "Group", id: `${level}-${index}` });

/**
 * Users and groups in ten levels, where a hundred are in each group of the lower levels; a user has two attributes.
 */
function organization(count: number): EntityJson[] {
  const levels = Array.from({ length: depth - 1 }, (_, above) =>
    Math.max(1, Math.floor(count / fanIn / fanIn ** above)),
  );
  const parentAt = (level: number, index: number): Uid[] => {
    const size = levels[level];
    return size === undefined ? [] : [group(level, index % size)];
  };
  const groups = levels.flatMap((size, level) =>
    Array.from({ length: size }, (_, index) => entity(group(level, index), {}, parentAt(level + 1, index))),
  );
  const users = Array.from({ length: count - groups.length }, (_, index) =>
    entity({ type: "User", id: `u${index}` }, { level: index % 7, name: `user ${index}` }, parentAt(0, index)),
  );
  return [...groups, ...users];
}

/** A store of very many entities. */
export const entities: Suite = {
  name: "entities",
  about: `1,000,000 entities in a hierarchy ${depth} deep, ${fanIn} in a group: load, update, ancestor test, bytes`,
  run: async (options) => {
    const count = options.quick ? 100_000 : 1_000_000;
    const shown = count.toLocaleString("en-US");
    const emitTime = (name: string, nanoseconds: number, details: readonly ReturnType<typeof timeDetail>[] = []) =>
      options.emit({ suite: entities.name, ...timeDetail(name, nanoseconds), details });
    let plain: EntityJson[] | undefined = organization(count);
    const before = heapInUse();
    const start = options.clock();
    const store = unwrap(Entities.fromPlain(plain));
    const loaded = options.clock() - start;
    const bytes = heapInUse() - before;
    emitTime(`load ${shown} entities from plain values`, loaded, [timeDetail("an entity", loaded / count)]);
    let text: string | undefined = JSON.stringify(plain);
    const size = text.length;
    plain = undefined;
    const startOfText = options.clock();
    const again = unwrap(Entities.fromJson(text)).size;
    const loadedText = options.clock() - startOfText;
    text = undefined;
    if (again !== store.size) throw new Error("the stores differ");
    emitTime(`load ${shown} entities from JSON text`, loadedText, [
      { name: "text", value: size / 1e6, unit: "MB" },
      timeDetail("an entity", loadedText / count),
    ]);
    options.emit({
      suite: entities.name,
      name: `memory of an entity among ${shown}`,
      value: bytes / count,
      unit: "bytes",
      details: [{ name: "all", value: bytes / 1e6, unit: "MB" }],
    });

    const random = seeded(1);
    const users = Array.from({ length: 10_000 }, () => entityUid("User", `u${random.below(count / 2)}`));
    const top = entityUid("Group", `${depth - 2}-0`);
    const stranger = entityUid("Group", "nowhere");
    if (!users.every((user) => store.isIn(user, top) && !store.isIn(user, stranger)))
      throw new Error("wrong ancestors");
    const sides: Side[] = [
      {
        name: "ancestor test, random users, highest group and none",
        run: (times) => {
          let found = 0;
          for (let done = 0; done < times; done += 1) {
            const user = users[done % users.length] as (typeof users)[number];
            if (store.isIn(user, done % 2 === 0 ? top : stranger)) found += 1;
          }
          return found;
        },
      },
      {
        name: "update the attributes of one user",
        run: (times) => {
          for (let done = 0; done < times; done += 1) {
            const old = store.get(users[done % users.length] as (typeof users)[number]);
            if (old === undefined) throw new Error("a user is missing");
            unwrap(store.upsert([{ ...old, attributes: new Map([...old.attributes, ["level", done]]) }]));
          }
          return times;
        },
      },
      {
        name: "move one user to another group, and test",
        run: (times) => {
          let found = 0;
          for (let done = 0; done < times; done += 1) {
            const uid = users[done % users.length] as (typeof users)[number];
            const old = store.get(uid);
            if (old === undefined) throw new Error("a user is missing");
            unwrap(store.upsert([{ ...old, parents: [entityUid("Group", `0-${done % 1000}`)] }]));
            if (store.isIn(uid, top)) found += 1;
          }
          return found;
        },
      },
      {
        name: "move a group of a hundred members, and test one",
        run: (times) => {
          let found = 0;
          for (let done = 0; done < times; done += 1) {
            const old = store.get(entityUid("Group", `0-${done % 1000}`));
            if (old === undefined) throw new Error("a group is missing");
            unwrap(store.upsert([{ ...old, parents: [entityUid("Group", `1-${done % 7}`)] }]));
            if (store.isIn(users[done % users.length] as (typeof users)[number], top)) found += 1;
          }
          return found;
        },
      },
    ];
    for (const { name, nanoseconds } of await alternate(sides, effortOf(options, 50))) emitTime(name, nanoseconds);
  },
};
