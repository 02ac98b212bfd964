package dev.mixpaneldata.report;

import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Tabular;
import java.util.List;
import java.util.Optional;

/** The answer to a report. */
public interface ReportResult extends Tabular {
  /** Returns Mixpanel's answer as it was sent; empty if the report was computed locally. */
  Optional<Json> raw();

  /** What makes the numbers other than they seem, a sentence each. */
  default List<String> notes() {
    return List.of();
  }
}
