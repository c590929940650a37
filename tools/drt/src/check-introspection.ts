import { entityUid } from "@deodar/core";
import {
  actionGroups,
  actionsApplyingTo,
  allActions,
  findAction,
  isActionType,
  principalTypes,
  resourceTypes,
  type Schema,
  schemaEnvironments,
} from "@deodar/schema";
import type { SchemaJson } from "@deodar/testing";

interface ActionJson {
  readonly memberOf?: readonly { readonly id: string; readonly type?: string }[];
  readonly appliesTo?: { readonly principalTypes: readonly string[]; readonly resourceTypes: readonly string[] };
}

interface Declared {
  readonly uid: string;
  readonly groups: readonly string[];
  readonly principals: readonly string[];
  readonly resources: readonly string[];
}

/** What a schema says it declares that its JSON does not, in words; `undefined` if all agrees. */
export function faultOfIntrospection(json: SchemaJson, schema: Schema): string | undefined {
  const namespaces = json as unknown as Readonly<
    Record<string, { readonly actions: Readonly<Record<string, ActionJson>> }>
  >;
  const actions = Object.entries(namespaces).flatMap(([namespace, declarations]) =>
    Object.entries(declarations.actions).map(([id, action]) => declared(namespace, id, action)),
  );
  const principals = actions.flatMap((action) => action.principals);
  const resources = actions.flatMap((action) => action.resources);
  const groups = new Set(actions.flatMap((action) => action.groups));
  const known = (found: Iterable<{ readonly uid: { readonly type: string; readonly id: string } }>): string =>
    listed(Array.from(found, ({ uid }) => uidText(uid.type, uid.id)));
  const pairs: readonly (readonly [what: string, ours: string, expected: string])[] = [
    ["actions", known(allActions(schema)), listed(actions.map(({ uid }) => uid))],
    ["groups", known(actionGroups(schema)), listed(actions.map(({ uid }) => uid).filter((uid) => groups.has(uid)))],
    ["principals", listed(principalTypes(schema)), listed(principals)],
    ["resources", listed(resourceTypes(schema)), listed(resources)],
    [
      "environments",
      listed(
        Array.from(schemaEnvironments(schema), ({ principal, action, resource }) =>
          [principal, uidText(action.type, action.id), resource].join(),
        ),
      ),
      listed(
        actions.flatMap((each) =>
          each.principals.flatMap((one) => each.resources.map((two) => [one, each.uid, two].join())),
        ),
      ),
    ],
    ...[...new Set(principals), "Nobody"].flatMap((principal) =>
      [...new Set(resources), "Nobody"].map((resource): readonly [string, string, string] => [
        "actions that apply",
        known(actionsApplyingTo(schema, principal, resource)),
        listed(
          actions
            .filter((action) => action.principals.includes(principal) && action.resources.includes(resource))
            .map(({ uid }) => uid),
        ),
      ]),
    ),
    ...Object.keys(json).map((namespace): readonly [string, string, string] => {
      const type = actionType(namespace);
      const found = [
        isActionType(schema, type),
        isActionType(schema, `${type}s`),
        findAction(schema, entityUid(type, "?")) === undefined,
      ];
      return [
        "types of actions",
        String(found),
        String([actions.some(({ uid }) => uid.startsWith(`${type} `)), false, true]),
      ];
    }),
  ];
  const wrong = pairs.find(([, ours, expected]) => ours !== expected);
  return wrong === undefined ? undefined : `${wrong[0]}: ${wrong[1]}\nand not\n${wrong[2]}`;
}

function declared(namespace: string, id: string, { memberOf = [], appliesTo }: ActionJson): Declared {
  return {
    uid: uidText(actionType(namespace), id),
    groups: memberOf.map((group) => uidText(group.type ?? actionType(namespace), group.id)),
    principals: appliesTo?.principalTypes ?? [],
    resources: appliesTo?.resourceTypes ?? [],
  };
}

function actionType(namespace: string): string {
  return namespace === "" ? "Action" : `${namespace}::Action`;
}

function uidText(type: string, id: string): string {
  return `${type} ${JSON.stringify(id)}`;
}

function listed(names: Iterable<string>): string {
  return [...new Set(names)].sort().join("\n");
}
