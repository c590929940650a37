import { Entities, type EntityUid, entityOf, entityUid, recordOf, setOf } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { compileExpression, evaluateExpression } from "@deodar/evaluator";
import type { Expression } from "@deodar/syntax";
import type { Choices } from "@deodar/testing";
import { Checks } from "../checks.ts";
import type { CaseResult, Target } from "../target.ts";

/** Long texts against long patterns, and long lists of entities, against trying every way there is. */
export const patterns: Target = {
  name: "patterns and lists",
  share: 0.5,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const { pieces, text } = drawPattern(choices);
    const lists = drawLists(choices);
    const checks = new Checks(() => new Map([["case.json", `${JSON.stringify({ pieces, text, lists })}\n`]]));
    checks.next();
    const like: Expression = {
      kind: "like",
      span: undefined,
      target: { kind: "string", span: undefined, value: text },
      pattern: pieces,
    };
    checks.equal("like", unwrap(evaluateExpression(like)) as boolean, matches(pieces, text));
    checks.next();
    compareLists(lists, checks);
    return checks.result();
  },
};

// Few characters, so that pieces nearly occur again and again; halves of pairs are no characters.
const characters = ["a", "a", "a", "b", "🦀", "\ud83e", "\udd80", "é"];

function drawPattern(choices: Choices): { readonly pieces: [string, ...string[]]; readonly text: string } {
  const word = (most: number): string => choices.list(0, most, () => choices.pick(characters)).join("");
  const longest = choices.pick([3, 12, 60]);
  const pieces = choices.list(1, 5, () => {
    if (choices.chance(20)) return "";
    return choices.chance(30) ? "ab".repeat(choices.below(30)) + word(3) : word(longest);
  });
  const gaps = pieces.slice(1).map(() => (choices.chance(30) ? word(longest) : ""));
  const whole = pieces.map((piece, index) => piece + (gaps[index] ?? "")).join("");
  const at = choices.chance(40) ? choices.below(Math.min(256, whole.length + 1)) : -1;
  const text = at < 0 ? whole : whole.slice(0, at) + word(2) + whole.slice(at + choices.below(3));
  return { pieces: pieces as [string, ...string[]], text };
}

/** Whether the text is the pieces with any characters between them. */
function matches(pieces: readonly string[], text: string): boolean {
  const points = [...text];
  // After each piece, where it may have ended; a wildcard reaches all places behind.
  const [first = "", ...others] = pieces;
  const startsAt = (piece: string, at: number): boolean =>
    [...piece].every((point, index) => points[at + index] === point);
  if (others.length === 0) return text === first;
  let ends = startsAt(first, 0) ? [[...first].length] : [];
  for (const piece of others) {
    const least = Math.min(...ends);
    ends =
      ends.length === 0
        ? []
        : points
            .map((_, at) => at)
            .concat(points.length)
            .filter((at) => at >= least && startsAt(piece, at))
            .map((at) => at + [...piece].length);
  }
  return ends.includes(points.length);
}

/** Entities by number: an entity, the groups that it is in, and those that are listed. */
interface Lists {
  readonly own: number;
  readonly groups: readonly number[];
  readonly listed: readonly number[];
  readonly other: readonly number[];
}

function drawLists(choices: Choices): Lists {
  const some = (most: number): readonly number[] => choices.list(0, most, () => choices.below(200));
  return {
    own: choices.below(200),
    groups: some(choices.pick([2, 20])),
    listed: some(choices.pick([3, 12, 60])),
    other: some(9),
  };
}

const uidOf = (number: number): ReturnType<typeof entityUid> => entityUid(`Group${number % 3}`, `${number}`);

const literal = (number: number): Expression => ({ ...uidOf(number), span: undefined });

function compareLists({ own, groups, listed, other }: Lists, checks: Checks): void {
  const listValue = setOf(listed.map(uidOf));
  const [friend, doc] = [entityUid("Friend", "f"), entityUid("Doc", "d")];
  const parents = groups.filter((group) => group !== own).map(uidOf);
  const store = unwrap(
    Entities.of([
      entityOf(uidOf(own), {
        parents,
        attributes: [
          ["list", listValue],
          ["friend", friend],
        ],
      }),
      entityOf(friend, {
        attributes: [
          ["list", listValue],
          ["user", uidOf(own)],
        ],
      }),
      entityOf(doc, {
        attributes: [
          ["list", listValue],
          ["owner", uidOf(own)],
          ["friend", friend],
        ],
      }),
    ]),
  );
  const user = { kind: "variable", span: undefined, name: "principal" } as const;
  const list: Expression = { kind: "set", span: undefined, elements: listed.map(literal) };
  const given: Expression = { kind: "attribute", span: undefined, target: { ...user, name: "context" }, name: "list" };
  const context = recordOf([["list", listValue]]);
  const request = { principal: uidOf(own), action: entityUid("Action", "a"), resource: doc, context };
  const path = (name: "principal" | "resource", ...steps: readonly string[]): Expression =>
    steps.reduce<Expression>((target, step) => ({ kind: "attribute", span: undefined, target, name: step }), {
      kind: "variable",
      span: undefined,
      name,
    });
  const bare = {
    get: (uid: EntityUid) => store.get(uid),
    isIn: (one: EntityUid, two: EntityUid) => store.isIn(one, two),
  };
  for (const entities of [store, bare]) {
    const evaluate = (expression: Expression): unknown =>
      unwrap(compileExpression(expression)).evaluate(request, entities);
    const same = (operator: "==" | "!=" | "in", left: Expression, right: Expression, expected: boolean): void =>
      checks.equal(
        `path ${operator}`,
        evaluate({ kind: "relation", span: undefined, operator, left, right }) as boolean,
        expected,
      );
    for (const [left, isSame] of [
      [path("resource", "owner"), true],
      [path("resource", "friend"), false],
      [path("resource", "friend", "user"), true],
      [path("principal", "friend"), false],
    ] as const) {
      same("==", left, user, isSame);
      same("!=", left, user, !isSame);
      same("==", user, left, isSame);
      same("in", user, left, isSame);
      same("==", left, path("resource"), false);
    }
    same("==", path("resource", "friend"), path("principal", "friend"), true);
    const rights = [
      list,
      given,
      path("resource", "list"),
      path("principal", "list"),
      path("resource", "friend", "list"),
      path("principal", "friend", "list"),
    ];
    compareMembers({ own, groups, listed, other }, rights, evaluate, checks);
  }
}

function compareMembers(
  { own, groups, listed, other }: Lists,
  rights: readonly Expression[],
  evaluate: (expression: Expression) => unknown,
  checks: Checks,
): void {
  const user = { kind: "variable", span: undefined, name: "principal" } as const;
  const isIn = listed.some((group) => group === own || groups.includes(group));
  for (const right of rights) {
    checks.equal(
      "in",
      evaluate({ kind: "relation", span: undefined, operator: "in", left: user, right }) as boolean,
      isIn,
    );
    for (const type of ["Group0", "Group1"]) {
      const is: Expression = { kind: "is", span: undefined, target: user, entityType: type, in: right };
      checks.equal("is in", evaluate(is) as boolean, isIn && uidOf(own).type === type);
    }
    const method = (name: "contains" | "containsAll" | "containsAny", argument: Expression): unknown =>
      evaluate({ kind: "method", span: undefined, method: name, target: right, argument });
    checks.equal("contains", method("contains", user) as boolean, listed.includes(own));
    const others: Expression = { kind: "set", span: undefined, elements: other.map(literal) };
    checks.equal(
      "containsAny",
      method("containsAny", others) as boolean,
      other.some((each) => listed.includes(each)),
    );
    checks.equal(
      "containsAll",
      method("containsAll", others) as boolean,
      other.every((each) => listed.includes(each)),
    );
    checks.equal(
      "isEmpty",
      evaluate({ kind: "isEmpty", span: undefined, target: right }) as boolean,
      listed.length === 0,
    );
  }
}
