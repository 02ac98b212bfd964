package dev.mixpaneldata.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The content of a chart, independent of how it is drawn. */
public sealed interface Chart {
  /** Returns the title in a few words. */
  String title();

  /**
   * Values over time.
   *
   * @param times the labels of the points in time, in order
   * @param series the lines, at least one
   * @param inAll how many series there are, those left out of {@code series} included
   */
  record Lines(String title, List<String> times, List<Series> series, long inAll) implements Chart {
    public Lines {
      times = List.copyOf(times);
      series = List.copyOf(series);
      inAll = Math.max(inAll, series.size());
    }

    /** All the lines there are. */
    public Lines(String title, List<String> times, List<Series> series) {
      this(title, times, series, series.size());
    }
  }

  /**
   * One line of a chart.
   *
   * @param name its label
   * @param values one value per time; NaN for none
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
   * One bar of a chart.
   *
   * @param label its label
   * @param value its length, not negative
   * @param note shown beside the value, such as a rate; may be empty
   */
  record Bar(String label, double value, String note) {}

  /**
   * Shares side by side in groups, as those of segments at each step of a funnel.
   *
   * @param groups the groups, each with the same bars in the same order, whose values are shares
   *     from 0 to 1 and whose notes give the rest
   * @param note the data that is not drawn; may be empty
   */
  record Groups(String title, List<Group> groups, String note) implements Chart {
    public Groups {
      groups = List.copyOf(groups);
    }
  }

  /**
   * The steps between events, as a Sankey diagram draws them.
   *
   * @param links the steps, at least one
   * @param paths whole paths, drawn where a diagram cannot be
   */
  record Flow(String title, List<Link> links, Bars paths) implements Chart {
    public Flow {
      links = List.copyOf(links);
    }
  }

  /**
   * A step of a flow.
   *
   * @param step the place of {@code to}: 1 is the first after the middle, -1 the last before it
   * @param from the end nearer to the middle
   * @param to the end farther from it
   * @param value the width of the link
   */
  record Link(int step, String from, String to, double value) {}

  /** Bars that belong together. */
  record Group(String label, List<Bar> bars) {
    public Group {
      bars = List.copyOf(bars);
    }
  }

  /**
   * Shares in rows and columns, as a retention table.
   *
   * @param rows the row labels
   * @param columns the column labels
   * @param shares the shares of each row, from 0 to 1; null for none
   * @param complete the number of final shares of each row, counted from the left; the others are
   *     drawn paler and with an asterisk
   * @param note the meaning of the asterisk, without a full stop
   */
  record Heatmap(
      String title,
      List<String> rows,
      List<String> columns,
      List<List<@Nullable Double>> shares,
      List<Integer> complete,
      String note)
      implements Chart {
    public Heatmap {
      rows = List.copyOf(rows);
      columns = List.copyOf(columns);
      complete = List.copyOf(complete);
    }

    /** Makes a heatmap whose shares are all final. */
    public Heatmap(
        String title,
        List<String> rows,
        List<String> columns,
        List<List<@Nullable Double>> shares) {
      this(title, rows, columns, shares, shares.stream().map(List::size).toList(), "");
    }

    /** Returns whether a share is final. */
    public boolean isComplete(int row, int column) {
      return column < complete.get(row);
    }

    /** Returns whether any share is not final. */
    public boolean hasIncomplete() {
      for (int row = 0; row < shares.size(); row++) {
        if (shares.get(row).size() > complete.get(row)) {
          return true;
        }
      }
      return false;
    }
  }
}
