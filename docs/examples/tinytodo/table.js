import { Entities, isAuthorized, policySetFromText, requestFromPlain, unwrap } from "deodar";

/**
 * Decides all requests and lays the answers out as a table.
 *
 * @param {{ policies: string, entities: string, requests: readonly object[] }} input
 * @returns {string}
 */
export function decisionTable({ policies: policiesText, entities: entitiesText, requests }) {
  const policies = unwrap(policySetFromText(policiesText, { ids: "annotation" }));
  const entities = unwrap(Entities.fromJson(entitiesText));

  // Dan is in no team; he is shown the party list by linking the template.
  unwrap(
    policies.link({
      templateId: "show-list",
      newId: "dan-sees-party",
      values: { "?principal": { type: "User", id: "dan" }, "?resource": { type: "List", id: "party" } },
    }),
  );

  const rows = requests.map((plain) => {
    const request = unwrap(requestFromPlain(plain));
    const { decision, reasons, errors } = isAuthorized({ request, policies, entities });
    const faults = errors.map(({ policyId }) => `${policyId} (error)`);
    return [
      request.principal.id,
      request.action.id,
      `${request.resource.type} ${request.resource.id}`,
      decision,
      [...reasons, ...faults].join(", ") || "no policy applies",
    ];
  });
  return layOut([["who", "does", "to", "decision", "because of"], ...rows]);
}

function layOut(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd(),
  );
  return [lines[0], widths.map((width) => "─".repeat(width)).join("  "), ...lines.slice(1), ""].join("\n");
}
