"""Calls every tool with the official Python client, which refuses answers that are invalid by the
tool's output schema. The argument is a file: {"urls": […], "calls": [{tool, url, arguments}]}."""

import asyncio
import json
import sys

from mcp import Client


async def main(path: str) -> int:
    with open(path, encoding="utf-8") as file:
        plan = json.load(file)
    problems: list[str] = []
    errors = 0
    async with Client(plan["urls"][0]) as first, Client(plan["urls"][1]) as second:
        clients = [first, second]
        listed = (await first.list_tools()).tools
        await second.list_tools()
        called = {call["tool"] for call in plan["calls"]}
        for tool in listed:
            if tool.name not in called:
                problems.append(f"{tool.name}: never called")
            if not tool.output_schema:
                problems.append(f"{tool.name}: no output schema")
        for call in plan["calls"]:
            name, client, arguments = call["tool"], clients[call["url"]], call["arguments"]
            try:
                answer = await client.call_tool(name, arguments)
                if answer.is_error:
                    problems.append(f"{name}: {answer.content[0].text}")
                if not answer.structured_content:
                    problems.append(f"{name}: no structured answer")
                wrong = await client.call_tool(name, {**arguments, "no_such": 1})
                error = (wrong.structured_content or {}).get("error", {})
                if wrong.is_error and error.get("code") == "INVALID_ARGUMENT":
                    errors += 1
                else:
                    problems.append(f"{name}: an unknown argument was taken")
            except Exception as e:  # What the client refuses it raises.
                problems.append(f"{name}: {e}")
    print(f"Python: {len(plan['calls'])} tools, {errors} errors as they should be, "
          f"{len(problems)} problems")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 0 if not problems and len(plan["calls"]) == len(listed) else 1


sys.exit(asyncio.run(main(sys.argv[1])))
