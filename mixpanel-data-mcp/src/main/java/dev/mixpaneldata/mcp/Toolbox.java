package dev.mixpaneldata.mcp;

import dev.mixpaneldata.mcp.chain.Chain;
import dev.mixpaneldata.mcp.derived.DerivedTools;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that this server offers: the derived tools and those written by hand. */
public final class Toolbox {
  private final Map<String, Tool> tools = new LinkedHashMap<>();
  private final Chain chain;

  private Toolbox(List<Tool> all, Chain chain) {
    this.chain = chain;
    for (Tool tool : all) {
      // A tool written by hand takes the place of the derived one of its name.
      tools.put(tool.name(), tool);
    }
  }

  /** The tools of this server behind a chain. */
  public static Toolbox of(Chain chain) {
    List<Tool> all = new ArrayList<>(DerivedTools.all());
    return new Toolbox(all, chain);
  }

  /** These tools alone, for tests. */
  public static Toolbox of(Chain chain, List<Tool> tools) {
    return new Toolbox(tools, chain);
  }

  /** All tools, those switched off included. */
  public List<Tool> all() {
    return List.copyOf(tools.values());
  }

  /** Whether clients shall see a tool. */
  public boolean shows(String name) {
    Tool tool = tools.get(name);
    return tool != null && chain.shows(tool);
  }

  /** What to call for a tool. */
  public ToolHandler handler(Tool tool) {
    return chain.around(tool);
  }
}
