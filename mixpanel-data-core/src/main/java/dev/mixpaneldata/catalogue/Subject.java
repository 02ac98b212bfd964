package dev.mixpaneldata.catalogue;

import java.util.Optional;

/**
 * A thing that a call would change.
 *
 * @param kind its kind in words, {@code board}
 * @param name its name for people; empty if it has none
 * @param mayChange whether Mixpanel lets the caller change it
 */
public record Subject(String kind, String id, Optional<String> name, boolean mayChange) {
  /** Returns a thing that the caller may change. */
  public static Subject of(String kind, Object id, Optional<String> name) {
    return new Subject(kind, String.valueOf(id), name, true);
  }

  /** Returns the kind, the name and the id: {@code the board 'KPIs' (42)}. */
  @Override
  public String toString() {
    return "the "
        + kind
        + name.map(text -> " '" + text + "'" + (text.equals(id) ? "" : " (" + id + ")"))
            .orElse(" " + id);
  }
}
