package dev.mixpaneldata.mcp.chain;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.session.Session;
import dev.mixpaneldata.mcp.tool.TableEffect;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.Toolset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of which tools may be used. Read-only wins over everything else.
 *
 * @param toolsets the groups that are on
 * @param readOnly whether only tools that change nothing are on
 * @param tables the allowed actions on local tables
 * @param writes whether Mixpanel's own data may be changed
 */
public record AccessRules(
    Set<Toolset> toolsets, boolean readOnly, TableAccess tables, boolean writes) {
  public AccessRules {
    toolsets = Set.copyOf(toolsets);
  }

  /** Returns the default rules. */
  public static AccessRules usual() {
    return new AccessRules(Toolset.usual(), false, TableAccess.FULL, false);
  }

  /** Returns these rules with exactly these groups of tools on. */
  public AccessRules withToolsets(Set<Toolset> sets) {
    return new AccessRules(sets, readOnly, tables, writes);
  }

  /** Returns these rules with the further counts on as well, if reports are on. */
  AccessRules withCounts() {
    Set<Toolset> sets = EnumSet.copyOf(toolsets);
    if (sets.contains(Toolset.REPORTS)) {
      sets.add(Toolset.COUNTS);
    }
    return withToolsets(sets);
  }

  /** Returns these rules with only the tools on that change nothing. */
  public AccessRules withReadOnly() {
    return new AccessRules(toolsets, true, tables, writes);
  }

  /** Returns these rules with these actions allowed on local tables. */
  public AccessRules withTables(TableAccess level) {
    return new AccessRules(toolsets, readOnly, level, writes);
  }

  /** Returns these rules with changes of Mixpanel's own data allowed. */
  public AccessRules withWrites() {
    return new AccessRules(toolsets, readOnly, tables, true);
  }

  /** Returns whether a tool is on. */
  public boolean allows(Tool tool) {
    return obstacle(tool).isEmpty();
  }

  /** Refuses a tool that is off; a client may call it although it is not listed. */
  void require(Tool tool, Session session) {
    Optional<String> obstacle =
        session.caller().foreign() && tool.toolset() == Toolset.ACCOUNTS
            ? Optional.of(
                "accounts of this machine are not for sessions with their own credentials")
            : obstacle(tool);
    if (obstacle.isPresent()) {
      throw new MixpanelDataException(
          ErrorCode.PERMISSION_DENIED,
          "The tool " + tool.name() + " is switched off: " + obstacle.get() + ".",
          toolsets.contains(tool.toolset())
              ? "Use another tool, or ask the user to start the server with other options."
              : "Use another tool, or ask the user to start the server with --toolsets default,"
                  + tool.toolset().id()
                  + ".");
    }
  }

  private Optional<String> obstacle(Tool tool) {
    if (readOnly && !tool.hints().readOnly()) {
      return Optional.of("the server was started with --read-only");
    }
    if (!writes && tool.hints().changesMixpanel()) {
      return Optional.of("changing Mixpanel's data needs --allow-writes");
    }
    if (!toolsets.contains(tool.toolset())) {
      return Optional.of("it belongs to the toolset " + tool.toolset().id());
    }
    return tables.permits(tool.touch())
        ? Optional.empty()
        : Optional.of("the server was started with --table-access " + tables.id());
  }

  /** The allowed actions on local tables. */
  public enum TableAccess {
    /** No action. */
    NONE,
    /** Reading. */
    READ,
    /** Reading and fetching, but not dropping. */
    FETCH,
    /** Every action. */
    FULL;

    /** Returns the name in options. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean permits(TableEffect touch) {
      return switch (touch) {
        case NONE -> true;
        case READ -> this != NONE;
        case FILL -> this == FETCH || this == FULL;
        case DROP -> this == FULL;
      };
    }
  }
}
