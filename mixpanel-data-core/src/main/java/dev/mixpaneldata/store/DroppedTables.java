package dev.mixpaneldata.store;

import java.util.List;

/** The names and the number of dropped tables. */
public record DroppedTables(List<String> dropped, int droppedCount) {
  public DroppedTables {
    dropped = List.copyOf(dropped);
  }

  /** Returns these tables with their number. */
  public static DroppedTables of(List<String> dropped) {
    return new DroppedTables(dropped, dropped.size());
  }
}
