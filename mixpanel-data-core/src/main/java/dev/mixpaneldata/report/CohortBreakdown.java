package dev.mixpaneldata.report;

import dev.mixpaneldata.value.ProvisionalColumns;
import dev.mixpaneldata.value.Tabular;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report split by cohorts. A user counts once for each cohort: among its users or among the
 * others.
 *
 * @param parts the answers, for each cohort first about its users, then about the others
 */
public record CohortBreakdown(List<Part> parts) implements Tabular {
  /** The columns that precede those of the report. */
  public static final List<String> COLUMNS = List.of("cohort", "member");

  public CohortBreakdown {
    parts = List.copyOf(parts);
  }

  /**
   * The answer about one side of a cohort.
   *
   * @param cohort the cohort as it was given
   * @param member whether the answer is about its users, and not about the others
   */
  public record Part(String cohort, boolean member, ReportResult result) {
    /** Returns the name of this part in charts and tables. */
    public String label() {
      return member ? cohort : "others than: " + cohort;
    }
  }

  @Override
  public List<String> header() {
    List<String> header = new ArrayList<>(COLUMNS);
    parts.stream().limit(1).forEach(part -> header.addAll(part.result().header()));
    return header;
  }

  @Override
  public Optional<ProvisionalColumns> marks() {
    return parts.stream().findFirst().flatMap(part -> part.result().marks());
  }

  /** Returns the rows of each answer, in order. */
  @Override
  public List<List<@Nullable Object>> cells() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Part part : parts) {
      for (List<@Nullable Object> cells : part.result().cells()) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(part.cohort());
        row.add(part.member());
        row.addAll(cells);
        rows.add(row);
      }
    }
    return rows;
  }
}
