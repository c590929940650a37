import type { Type } from "@deodar/schema";

export const booleanType: Type = { kind: "boolean" };
export const longType: Type = { kind: "long" };
export const stringType: Type = { kind: "string" };
export const ipType: Type = { kind: "extension", name: "ipaddr" };
export const decimalType: Type = { kind: "extension", name: "decimal" };
export const datetimeType: Type = { kind: "extension", name: "datetime" };
export const durationType: Type = { kind: "extension", name: "duration" };
