package dev.mixpaneldata.mcp;

import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.chain.AuditLog;
import dev.mixpaneldata.mcp.chain.Chain;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.mcp.toolbox.Toolbox;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * Every tool on a FakeMixpanel with the demo's shop, for clients in other languages. Prints one
 * line of JSON, the addresses and a call of each tool, and serves until it is ended.
 */
final class ClientsServer {
  private static final int USERS = 150;

  private ClientsServer() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    Dataset data = Dataset.builder().users(USERS).from(Examples.FROM).to(Examples.TO).build();
    FakeMixpanel mixpanel = Shop.open(data, Examples.FROM, Examples.TO);
    AccessRules rules = AccessRules.usual().withToolsets(EnumSet.allOf(Toolset.class)).withWrites();
    List<String> addresses = new ArrayList<>();
    // The second has an hour of calls of its own, for the tools that spend several.
    for (String name : List.of("first", "second")) {
      Path home = Files.createDirectory(folder.resolve(name));
      Files.writeString(
          home.resolve("config.toml"),
          "[accounts.shop]\nusername = \"%s\"\nsecret = \"%s\"\nproject_id = \"%d\"\nregion = \"us\"\n"
              .formatted(mixpanel.username(), mixpanel.secret(), mixpanel.projectId()));
      addresses.add(
          TestingServer.http(TestingServer.environment(mixpanel, home), rules).origin() + "/mcp");
    }
    String user = data.expectedRows().get(0).distinctId();
    Map<String, Tool> tools =
        Toolbox.of(new Chain(rules, new AuditLog(Optional.empty(), Clock.systemUTC())))
            .all()
            .stream()
            .collect(Collectors.toMap(Tool::name, tool -> tool));
    List<Map<String, Object>> calls = new ArrayList<>();
    Examples.all(user)
        .forEach(
            (tool, given) ->
                calls.add(
                    Map.of("tool", tool, "url", address(tools.get(tool)), "arguments", given)));
    System.out.println(ResultJson.text(Map.of("urls", addresses, "calls", calls)));
    new CountDownLatch(1).await();
  }

  private static int address(Tool tool) {
    boolean spendsSeveral = tool.tier() != ToolKind.SINGLE || tool.toolset() == Toolset.KLAVIS;
    return spendsSeveral || Examples.SCHEMAS.contains(tool.name()) ? 1 : 0;
  }
}
