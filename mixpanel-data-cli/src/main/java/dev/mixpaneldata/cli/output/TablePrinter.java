package dev.mixpaneldata.cli.output;

import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.value.ProvisionalColumns;
import dev.mixpaneldata.value.Tabular;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A printer of columns under a header, with numbers aligned right. At a terminal long cells are
 * shortened until a row fits. If that would leave next to nothing of them, each row becomes a block
 * of lines. Fractions have at most four digits at a terminal, except in rows of SQL. In a pipe
 * every cell is whole.
 */
final class TablePrinter implements Printer {
  private static final String GAP = "  ";

  /** The least width of a column: narrower ones cannot be read. */
  private static final int LEAST_WIDTH = 8;

  private static final int DIGITS = 4;

  /** Smaller numbers are not rounded, which would leave nothing of them. */
  private static final double LEAST_ROUNDED = 1e-3;

  @Override
  public void print(Object result, Page page, Writer out) throws IOException {
    TableView view = TableView.of(result);
    Optional<ProvisionalColumns> marks =
        result instanceof Tabular tabular ? tabular.marks() : Optional.<ProvisionalColumns>empty();
    boolean marked = false;
    if (marks.isPresent()) {
      marked = marks.get().anyIn(view.header(), view.rows());
      view = unflagged(view, marks.get(), marked);
    }
    view = view.select(page.columns());
    if (page.terminal() && !(result instanceof SqlResult)) {
      view = view.map(TablePrinter::readable);
    }
    if (result instanceof Collection<?> list && list.isEmpty()) {
      return;
    }
    view = new TableView(view.header().stream().map(Visible::line).toList(), view.rows());
    print(result, view, page, out);
    if (marked) {
      out.write("\n* " + marks.orElseThrow().meaning() + ".\n");
    }
    List<String> notes = OutputOptions.notes(result);
    for (String note : notes) {
      out.write((note.equals(notes.get(0)) ? "\n" : "") + "Note: " + Visible.line(note) + "\n");
    }
  }

  /** A number with room for a mark behind it, so that numbers with and without a mark align. */
  private record Markable(@Nullable Object number, String mark) {}

  private static TableView unflagged(TableView view, ProvisionalColumns marks, boolean marked) {
    return new TableView(
        marks.header(view.header()),
        marks.rows(
            view.header(),
            view.rows(),
            (cell, mark) -> marked ? new Markable(cell, mark ? "*" : " ") : cell));
  }

  private static void print(Object result, TableView view, Page page, Writer out)
      throws IOException {
    boolean single = result instanceof Record && !(result instanceof Tabular);
    if (single || result instanceof Map<?, ?>) {
      blocks(view, page, out);
      return;
    }
    List<List<String>> rows = view.rows().stream().map(TablePrinter::texts).toList();
    int[] widths = widths(view.header(), rows);
    if (page.terminal() && !fit(widths, page.width())) {
      blocks(view, page, out);
      return;
    }
    boolean[] numeric = numeric(view);
    line(bold(view.header(), page), view.header(), widths, numeric, page, out);
    String[] rules = new String[widths.length];
    for (int i = 0; i < widths.length; i++) {
      rules[i] = rule(page).repeat(widths[i]);
    }
    out.write(String.join(GAP, rules) + "\n");
    for (List<String> row : rows) {
      line(row, row, widths, numeric, page, out);
    }
  }

  private static @Nullable Object readable(@Nullable Object cell) {
    if (cell instanceof Markable markable) {
      return new Markable(readable(markable.number()), markable.mark());
    }
    if (!(cell instanceof Double number)
        || !Double.isFinite(number)
        || Math.abs(number) < LEAST_ROUNDED) {
      return cell;
    }
    BigDecimal exact = BigDecimal.valueOf(number);
    return exact.scale() <= DIGITS
        ? cell
        : exact.setScale(DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
  }

  private static String rule(Page page) {
    return page.terminal() && !page.ascii() ? "─" : "-";
  }

  private static String mark(Page page) {
    return page.ascii() ? "..." : "…";
  }

  private static List<String> texts(List<@Nullable Object> row) {
    return row.stream().map(TablePrinter::text).toList();
  }

  private static String text(@Nullable Object cell) {
    if (cell instanceof Markable markable) {
      return text(markable.number()) + markable.mark();
    }
    return Visible.line(ResultJson.cell(cell));
  }

  private static int[] widths(List<String> header, List<List<String>> rows) {
    int[] widths = header.stream().mapToInt(TextWidth::of).toArray();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
      }
    }
    return widths;
  }

  /** Shrinks the widest column until the row fits; returns false if that would leave too little. */
  private static boolean fit(int[] widths, int width) {
    int room = width - GAP.length() * (widths.length - 1);
    while (Arrays.stream(widths).sum() > room) {
      int widest = 0;
      for (int i = 1; i < widths.length; i++) {
        widest = widths[i] > widths[widest] ? i : widest;
      }
      if (widths[widest] <= LEAST_WIDTH) {
        return false;
      }
      widths[widest]--;
    }
    return true;
  }

  private static boolean[] numeric(TableView view) {
    boolean[] numeric = new boolean[view.header().size()];
    for (int i = 0; i < numeric.length; i++) {
      int column = i;
      numeric[i] =
          !view.rows().isEmpty()
              && view.rows().stream()
                  .allMatch(r -> r.get(column) == null || isNumber(r.get(column)));
    }
    return numeric;
  }

  private static boolean isNumber(@Nullable Object cell) {
    return cell instanceof Number
        || cell instanceof Markable markable && markable.number() instanceof Number;
  }

  private static List<String> bold(List<String> header, Page page) {
    return page.colours()
        ? header.stream().map(h -> "\u001b[1m" + h + "\u001b[0m").toList()
        : header;
  }

  /**
   * Writes a line. {@code shown} may hold escapes that take no room; {@code measured} is the same
   * text without them.
   */
  private static void line(
      List<String> shown,
      List<String> measured,
      int[] widths,
      boolean[] numeric,
      Page page,
      Writer out)
      throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = shown.get(i);
      int width = TextWidth.of(measured.get(i));
      if (width > widths[i]) {
        cell = TextWidth.shorten(measured.get(i), widths[i], mark(page));
        width = TextWidth.of(cell);
      }
      String padding = " ".repeat(Math.max(0, widths[i] - width));
      line.append(i == 0 ? "" : GAP).append(numeric[i] ? padding + cell : cell + padding);
    }
    out.write(line.toString().stripTrailing() + "\n");
  }

  private static void blocks(TableView view, Page page, Writer out) throws IOException {
    int labels = view.header().stream().mapToInt(TextWidth::of).max().orElse(0);
    List<String> titles = bold(view.header(), page);
    boolean first = true;
    for (List<@Nullable Object> row : view.rows()) {
      if (!first) {
        out.write("\n");
      }
      first = false;
      List<String> cells = new ArrayList<>(texts(row));
      for (int i = 0; i < cells.size(); i++) {
        String padding = " ".repeat(labels - TextWidth.of(view.header().get(i)));
        String cell =
            page.terminal()
                ? TextWidth.shorten(
                    cells.get(i), Math.max(LEAST_WIDTH, page.width() - labels - 2), mark(page))
                : cells.get(i);
        out.write((titles.get(i) + padding + GAP + cell).stripTrailing() + "\n");
      }
    }
  }
}
