#!/usr/bin/env node
import { main } from "./main.ts";
import { nodeIo } from "./node-io.ts";

// Setting the code rather than exiting lets pipes drain.
process.exitCode = await main(process.argv.slice(2), nodeIo());
