package dev.mixpaneldata.store;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.Reference;

/** Advice about a table that exists already. */
public final class TableHints {
  private TableHints() {}

  /** Returns the ways out if the name of a new table is taken. */
  public static Hint exists(TableType type) {
    return Hint.anyOf(
        Hint.way("add to it with {}", append(type)),
        Hint.way("replace it with {}", replace(type)),
        Hint.way("choose another name"));
  }

  /** Returns how to add rows to a table of this type. */
  public static Reference append(TableType type) {
    return type == TableType.EVENTS ? Reference.APPEND_EVENTS : Reference.APPEND_PROFILES;
  }

  /** Returns how to replace a table of this type. */
  public static Reference replace(TableType type) {
    return type == TableType.EVENTS ? Reference.REPLACE_EVENTS : Reference.REPLACE_PROFILES;
  }
}
