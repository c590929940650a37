import { type Choices, type Constructor, drawExtensionText, drawMalformedText } from "@deodar/testing";
import { type Ask, ourAnswer, theirAnswer } from "../drop-in/ask.ts";
import { differenceOf } from "../drop-in/difference.ts";
import type { CaseResult, Disagreement, Target } from "../target.ts";

/** Values, uids, entities and contexts with one fault each, of every kind that there is, in every place. */
export const oddDocuments: Target = {
  name: "odd documents",
  share: 1,
  referenceEvery: 4,
  run(choices, { reference }): CaseResult {
    const asks = choices.list(4, 16, () => choices.pick(questions)(choices));
    if (reference === undefined) {
      // Without the reference, only that there is an answer.
      for (const ask of asks) ourAnswer(ask);
      return { tests: 0, withReference: 0, disagreements: [] };
    }
    const disagreements: Disagreement[] = [];
    for (const ask of asks) {
      const [ours, theirs] = [ourAnswer(ask), theirAnswer(reference, ask)];
      const difference = theirs === undefined ? undefined : differenceOf(ours, theirs);
      if (difference === undefined) continue;
      const answers = { production: JSON.stringify(ours), reference: JSON.stringify(theirs) };
      const sample = (): ReadonlyMap<string, string> =>
        new Map([["call.json", `${JSON.stringify(ask, undefined, 2)}\n`]]);
      disagreements.push({ what: `reference: ${ask.call}: ${difference}`, answers, sample });
    }
    return { tests: asks.length, withReference: asks.length, disagreements };
  },
};

const good = { type: "User", id: "a" };

const questions: readonly ((choices: Choices) => Ask)[] = [
  (choices) => ({
    call: "checkParseContext",
    input: [{ context: choices.chance(20) ? drawOdd(choices) : { a: 1, k: wrapped(choices, drawOdd(choices)) } }],
  }),
  (choices) => ({ call: "checkParseEntities", input: [{ entities: [drawEntity(choices)] }] }),
  (choices) => {
    const uids = { principal: good, action: { type: "Action", id: "a" }, resource: good };
    const given = { ...uids, [choices.pick(["principal", "action", "resource"])]: drawUid(choices) };
    const policies = { staticPolicies: "permit(principal, action, resource);" };
    return { call: "isAuthorized", input: [{ ...given, context: {}, policies, entities: [] }] };
  },
];

const nameParts = [
  "User",
  "A",
  "",
  "_",
  "in",
  "is",
  "if",
  "true",
  "then",
  "else",
  "like",
  "has",
  "__cedar",
  "1",
  "é",
  "a b",
  "x//y",
  " ",
  "\t",
  "\u0085",
  '"',
  "?principal",
  "==",
  "a-b",
  "\u200b",
];

function drawName(choices: Choices): string {
  const name = choices
    .list(1, 3, () => choices.pick(nameParts))
    .join(choices.pick(["::", "::", ":", ":: ", " :: ", "// c\n::"]));
  return choices.chance(20) ? name + choices.pick([" ", "::", "//", "// c", "\n", "("]) : name;
}

const makers: readonly Constructor[] = ["ip", "decimal", "datetime", "duration"];

function drawCall(choices: Choices): unknown {
  const fn = choices.pick(makers);
  const text = choices.chance(40) ? drawExtensionText(choices, fn) : drawMalformedText(choices, fn);
  switch (choices.below(8)) {
    case 0:
      return { __extn: { fn: drawName(choices), arg: text } };
    case 1:
      return {
        __extn: { fn, args: choices.list(0, 3, () => (choices.chance(50) ? text : { __extn: { fn, arg: text } })) },
      };
    case 2: {
      const name = choices.pick(["offset", "durationSince", "toDate", "lessThan", "isInRange", "toTime", "nothing"]);
      const arg = (): unknown => {
        const maker = choices.pick(["datetime", "duration", "ip"] as const);
        return { __extn: { fn: maker, arg: drawExtensionText(choices, maker) } };
      };
      return { __extn: { fn: name, args: choices.list(0, 3, arg) } };
    }
    case 3:
      return { __extn: { fn, arg: choices.pick([1, null, true, [text], { a: text }, good, 1.5]) } };
    case 4:
      return {
        __extn: choices.pick([
          { fn },
          { arg: text },
          { fn: 1, arg: text },
          { fn, arg: text, more: drawIgnored(choices) },
          text,
          { fn, arg: text, args: [text] },
          { fn, args: text },
        ]),
      };
    default:
      return { __extn: { fn, arg: text } };
  }
}

/** What stands where nobody reads it: numbers count there, too. */
function drawIgnored(choices: Choices): unknown {
  return choices.pick([null, 1, "a", 1.5, -2e19, [1, { a: 1.5 }], { a: [2e19] }, { a: [null, "é"] }]);
}

/** A value, most likely one that is none. */
function drawOdd(choices: Choices): unknown {
  switch (choices.below(8)) {
    case 0:
      return choices.pick([null, 1.5, 1e21, -0.5, true, "a", -1, [], {}, 9007199254740991]);
    case 1:
      return { __entity: { type: drawName(choices), id: choices.pick(["a", "", "\0", 'é"']) } };
    case 2:
      return choices.pick([
        { __entity: { type: "User" } },
        { __entity: { type: "User", id: 1 } },
        { __entity: { type: null, id: "a" } },
        { __entity: "User" },
        { __entity: { ...good, more: drawIgnored(choices) } },
        { __entity: good, more: 1 },
        { __entity: [] },
      ]);
    case 3:
      return choices.pick([
        { __expr: "1" },
        { __expr: 1 },
        { __expr: "1", a: 1 },
        { __expr: { a: null } },
        { __extn: null },
      ]);
    default:
      return drawCall(choices);
  }
}

/** A value inside of others. */
function wrapped(choices: Choices, value: unknown): unknown {
  return choices
    .list(0, 3, () => choices.pick(["record", "set", "odd key", "beside"]))
    .reduce<unknown>((inner, how) => {
      if (how === "set") return [inner];
      if (how === "beside") return [1, { a: "b" }, inner, "c"];
      return how === "record" ? { inner, z: false } : { [choices.pick(["__proto__", "", "a b", "in", "é"])]: inner };
    }, value);
}

function drawUid(choices: Choices): unknown {
  switch (choices.below(5)) {
    case 0:
      return { type: drawName(choices), id: "a" };
    case 1:
      return { __entity: { type: drawName(choices), id: "a" } };
    case 2:
      return choices.pick([null, 1, "User::a", [], {}, ["User"], [good], true, 1.5]);
    case 3:
      return choices.pick([
        { type: "User" },
        { id: "a" },
        { type: 1, id: "a" },
        { type: "User", id: null },
        { ...good, more: 1 },
        { __entity: { type: "User" } },
        { __entity: { ...good, b: 1 }, z: 1, a: { c: [1, "é"] } },
        { __expr: "1" },
        { __extn: { fn: "ip", arg: "1.2.3.4" } },
        { b: 1, a: { d: 1, c: null } },
      ]);
    default:
      return good;
  }
}

/** An entity with a fault in one of its parts, or of the wrong shape. */
function drawEntity(choices: Choices): unknown {
  const entity = { uid: good as unknown, attrs: {} as unknown, parents: [] as unknown };
  const odd = (): unknown => choices.pick([null, 1, 1.5, "a", true, [], {}, [1], ["a", 1], { a: 1 }, "é\0'"]);
  switch (choices.below(9)) {
    case 0:
      return { ...entity, uid: drawUid(choices) };
    case 1:
      return { ...entity, attrs: { a: 1, k: wrapped(choices, drawOdd(choices)) } };
    case 2:
      return { ...entity, tags: { a: 1, t: wrapped(choices, drawOdd(choices)) } };
    case 3:
      return { ...entity, parents: [{ type: "Group", id: "g" }, drawUid(choices)] };
    case 4:
      return { ...entity, [choices.pick(["uid", "attrs", "parents", "tags"])]: odd() };
    case 5: {
      const { [choices.pick(["uid", "attrs", "parents"] as const)]: _, ...rest } = entity;
      return choices.chance(50) ? rest : { ...rest, more: 1 };
    }
    case 6:
      return choices.pick<unknown>([null, 1, "a", [], [good], [good, {}], {}, true]);
    case 7:
      return {
        ...entity,
        uid: { type: "Action", id: "a" },
        parents: [choices.pick([good, { type: "NS::Action", id: "b" }, { type: "Action", id: "a" }])],
      };
    default:
      return { ...entity, more: odd() };
  }
}
