package dev.mixpaneldata.bridge.policy;

import java.util.List;

/** What a server offers otherwise than when the user looked at its tools last. */
public record Drift(List<Change> changes) {
  /** The ways in which a tool can differ. */
  public enum Kind {
    /** It was not there. */
    NEW,
    /** It takes other arguments, or has other hints. */
    CHANGED,
    /** It is not there any more. */
    GONE
  }

  /**
   * A tool that differs.
   *
   * @param differences its differences, a line each: {@code + properties.apply: {"type":"string"}}
   */
  public record Change(String tool, Kind kind, List<String> differences) {
    public Change {
      differences = List.copyOf(differences);
    }
  }

  public Drift {
    changes = List.copyOf(changes);
  }

  /** Returns whether nothing differs. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Returns the names of the tools that differ in this way. */
  public List<String> tools(Kind kind) {
    return changes.stream().filter(c -> c.kind() == kind).map(Change::tool).toList();
  }
}
