import fc from "fast-check";

// Every run asks the same questions; `DEODAR_SEED` asks others.
const seed = Number(process.env["DEODAR_SEED"] ?? 20_261_122);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
