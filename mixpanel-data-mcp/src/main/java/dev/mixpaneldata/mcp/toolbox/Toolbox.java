package dev.mixpaneldata.mcp.toolbox;

import dev.mixpaneldata.mcp.accounts.AccountTools;
import dev.mixpaneldata.mcp.analysis.AnalysisTools;
import dev.mixpaneldata.mcp.chain.Chain;
import dev.mixpaneldata.mcp.connections.ConnectionTools;
import dev.mixpaneldata.mcp.derived.DerivedTools;
import dev.mixpaneldata.mcp.fetching.ExportTool;
import dev.mixpaneldata.mcp.fetching.FetchTools;
import dev.mixpaneldata.mcp.fetching.StreamTools;
import dev.mixpaneldata.mcp.klavis.KlavisTools;
import dev.mixpaneldata.mcp.tool.TableEffect;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import dev.mixpaneldata.mcp.tool.Toolset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole offer of this server: the derived tools and those written by hand. */
public final class Toolbox {
  private final Map<String, Tool> tools = new LinkedHashMap<>();
  private final Map<String, Tool> search = new LinkedHashMap<>();
  private final Set<String> listed;
  private final Chain chain;

  private Toolbox(List<Tool> all, Chain chain, ToolList list) {
    this.chain = chain;
    for (Tool tool : all) {
      // A tool written by hand replaces the derived one of its name.
      tools.put(tool.name(), tool);
    }
    List<Tool> shown = tools.values().stream().filter(chain::shows).toList();
    List<Tool> unlisted = list.unlisted(shown);
    if (!unlisted.isEmpty()) {
      new ToolSearch(unlisted, chain::around).tools().forEach(t -> search.put(t.name(), t));
    }
    listed =
        Stream.concat(shown.stream().filter(t -> !unlisted.contains(t)), search.values().stream())
            .map(Tool::name)
            .collect(Collectors.toSet());
  }

  /** Returns the tools of this server behind a chain. */
  public static Toolbox of(Chain chain) {
    return of(chain, ToolList.USUAL);
  }

  /** Returns the tools of this server behind a chain, listed as far as there is room. */
  public static Toolbox of(Chain chain, ToolList list) {
    return new Toolbox(usual(chain), chain, list);
  }

  /**
   * Returns the tools of this server with those on the connections and boards of this machine's
   * user, for servers whose only client is this user.
   */
  public static Toolbox withConnections(Chain chain, ConnectionTools connections) {
    List<Tool> all = new ArrayList<>(usual(chain));
    List<Tool> fixed = connections.fixed();
    all.addAll(fixed);
    if (fixed.stream().anyMatch(tool -> isOfConnections(tool) && chain.shows(tool))) {
      all.addAll(connections.ofVendors());
    }
    return new Toolbox(all, chain, ToolList.USUAL);
  }

  private static List<Tool> usual(Chain chain) {
    boolean localReports = chain.permits(TableEffect.READ);
    List<Tool> derived = DerivedTools.all(localReports);
    List<Tool> all = new ArrayList<>(derived);
    all.addAll(FetchTools.all());
    all.addAll(StreamTools.all());
    all.add(ExportTool.tool());
    all.addAll(AccountTools.all());
    Chain plans = chain.ofPlans();
    // The steps of a plan pass the chain like any other call.
    all.addAll(
        AnalysisTools.all(
            derived,
            tools -> tools.stream().filter(plans::shows).map(t -> t.with(plans.around(t))).toList(),
            localReports));
    all.addAll(KlavisTools.all(derived, localReports));
    return all;
  }

  private static boolean isOfConnections(Tool tool) {
    return tool.toolset() == Toolset.CONNECTIONS;
  }

  /** Returns a toolbox of these tools alone, for tests. */
  public static Toolbox of(Chain chain, List<Tool> tools) {
    return new Toolbox(tools, chain, ToolList.UNBOUNDED);
  }

  /** Returns all tools, those switched off included. */
  public List<Tool> all() {
    return Stream.concat(tools.values().stream(), search.values().stream()).toList();
  }

  /** Returns whether clients may use a tool. */
  public boolean shows(String name) {
    Tool tool = tools.get(name);
    return search.containsKey(name) || tool != null && chain.shows(tool);
  }

  /** Returns whether the list of tools has a tool; others are found by a search. */
  public boolean lists(String name) {
    return listed.contains(name);
  }

  /** Returns the handler to call for a tool. */
  public ToolHandler handler(Tool tool) {
    // The tools that are found pass the chain themselves.
    return search.containsKey(tool.name()) ? chain.ofSearch().around(tool) : chain.around(tool);
  }
}
