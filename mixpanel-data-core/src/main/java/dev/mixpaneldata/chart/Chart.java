package dev.mixpaneldata.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a picture shows, without how it is drawn. */
public sealed interface Chart {
  /** What is shown, in a few words. */
  String title();

  /**
   * Values over time.
   *
   * @param times the points of time, as labels, in order
   * @param series the lines, at least one
   */
  record Lines(String title, List<String> times, List<Series> series) implements Chart {
    public Lines {
      times = List.copyOf(times);
      series = List.copyOf(series);
    }
  }

  /**
   * One line.
   *
   * @param name what it stands for
   * @param values one a time; NaN where there is none
   */
  record Series(String name, List<Double> values) {
    public Series {
      values = List.copyOf(values);
    }
  }

  /** Values side by side, as a ranking or the steps of a funnel. */
  record Bars(String title, List<Bar> bars) implements Chart {
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /**
   * One bar.
   *
   * @param label what it stands for
   * @param value its length, not negative
   * @param note shown beside the value, such as a rate; may be empty
   */
  record Bar(String label, double value, String note) {}

  /**
   * Shares in rows and columns, as a retention table.
   *
   * @param rows the row labels
   * @param columns the column labels
   * @param shares for each row the shares from 0 to 1; null where there is none
   */
  record Heatmap(
      String title, List<String> rows, List<String> columns, List<List<@Nullable Double>> shares)
      implements Chart {
    public Heatmap {
      rows = List.copyOf(rows);
      columns = List.copyOf(columns);
    }
  }
}
