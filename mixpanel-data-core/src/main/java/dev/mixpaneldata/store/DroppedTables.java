package dev.mixpaneldata.store;

import java.util.List;

/** The tables that are gone now, and how many they were. */
public record DroppedTables(List<String> dropped, int droppedCount) {
  public DroppedTables {
    dropped = List.copyOf(dropped);
  }

  public static DroppedTables of(List<String> dropped) {
    return new DroppedTables(dropped, dropped.size());
  }
}
