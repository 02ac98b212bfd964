package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.storage.index.EventIndex;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A table's index in one report, and what the report looked for in vain. For one thread. */
final class IndexUse {
  private final Optional<EventIndex> index;
  private final Set<String> missed = new LinkedHashSet<>();
  private boolean isMissed;

  IndexUse(Optional<EventIndex> index) {
    this.index = index;
  }

  /** Returns the use of rows that have no index. */
  static IndexUse none() {
    return new IndexUse(Optional.empty());
  }

  /** Returns the index if it has these columns. */
  Optional<EventIndex> with(Collection<String> expressions) {
    Optional<EventIndex> found = index.filter(i -> i.has(expressions));
    if (found.isEmpty()) {
      isMissed = true;
      missed.addAll(expressions);
    }
    return found;
  }

  /** Returns the type that a property's JSON has in all rows, if that is known. */
  Optional<String> type(String json) {
    return index.map(i -> i.types().get(json));
  }

  /** Returns the index, whatever columns it has. */
  Optional<EventIndex> any() {
    return index;
  }

  /** Returns whether the report would have read from another index than there is. */
  boolean isMissed() {
    return isMissed;
  }

  Set<String> missed() {
    return missed;
  }
}
