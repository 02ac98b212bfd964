// Calls every tool with the official TypeScript client, which refuses answers that are invalid by
// the tool's output schema. The argument is a file: {"urls": […], "calls": [{tool, url, arguments}]}.
import { readFileSync } from "node:fs";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const clients = [];
for (const url of plan.urls) {
  const client = new Client({ name: "ci", version: "1" });
  await client.connect(new StreamableHTTPClientTransport(new URL(url)));
  clients.push(client);
}
const listed = (await clients[0].listTools()).tools;
for (const client of clients) {
  // The client compiles the schemas that it checks by when it lists the tools.
  await client.listTools();
}
const problems = [];
const called = new Set(plan.calls.map((call) => call.tool));
for (const tool of listed) {
  if (!called.has(tool.name)) problems.push(`${tool.name}: never called`);
  if (!tool.outputSchema) problems.push(`${tool.name}: no output schema`);
}
let errors = 0;
for (const { tool, url, arguments: args } of plan.calls) {
  try {
    const answer = await clients[url].callTool({ name: tool, arguments: args });
    if (answer.isError) problems.push(`${tool}: ${answer.content[0].text}`);
    if (!answer.structuredContent) problems.push(`${tool}: no structured answer`);
    const wrong = await clients[url].callTool({ name: tool, arguments: { ...args, no_such: 1 } });
    if (wrong.isError && wrong.structuredContent?.error?.code === "INVALID_ARGUMENT") errors++;
    else problems.push(`${tool}: an unknown argument was taken`);
  } catch (e) {
    problems.push(`${tool}: ${e.message}`);
  }
}
for (const client of clients) await client.close();
console.log(`TypeScript: ${plan.calls.length} tools, ${errors} errors as they should be, ` +
  `${problems.length} problems`);
problems.forEach((problem) => console.error(problem));
process.exit(problems.length === 0 && plan.calls.length === listed.length ? 0 : 1);
