package dev.mixpaneldata.mcp.resource;

import dev.mixpaneldata.discovery.FunnelInfo;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.session.Session;
import dev.mixpaneldata.store.TableInfo;
import java.util.List;
import java.util.Locale;

/** Completions of a user's input by the names of this project. */
public final class Completions {
  /** The protocol's limit on completions. */
  private static final int MOST = 100;

  private Completions() {}

  /** The kind of the name to complete. */
  public enum Kind {
    EVENT,
    FUNNEL,
    TABLE
  }

  /**
   * Returns the names that contain the input, those that begin with it first; empty if no names are
   * known.
   */
  public static List<String> of(Kind kind, String typed, Session session) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    try {
      return names(kind, session).stream()
          .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
          .sorted((a, b) -> Boolean.compare(begins(b, wanted), begins(a, wanted)))
          .limit(MOST)
          .toList();
    } catch (MixpanelDataException e) {
      // During typing, no names are better than an error.
      return List.of();
    }
  }

  private static boolean begins(String name, String wanted) {
    return name.toLowerCase(Locale.ROOT).startsWith(wanted);
  }

  private static List<String> names(Kind kind, Session session) {
    return switch (kind) {
      case EVENT -> session.workspace().discovery().events();
      case FUNNEL ->
          session.workspace().discovery().funnels().stream().map(FunnelInfo::name).toList();
      case TABLE -> session.workspace().tables().list().stream().map(TableInfo::name).toList();
    };
  }
}
