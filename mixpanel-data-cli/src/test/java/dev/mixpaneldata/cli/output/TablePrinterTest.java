package dev.mixpaneldata.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.value.ProvisionalColumns;
import dev.mixpaneldata.value.Tabular;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TablePrinterTest {
  record Rows(List<String> header, List<List<@Nullable Object>> cells) implements Tabular {}

  private static Rows one(List<String> header, @Nullable Object... cells) {
    return new Rows(header, List.of(Arrays.<@Nullable Object>asList(cells)));
  }

  private static String print(Object result, boolean terminal, int width) throws IOException {
    StringWriter out = new StringWriter();
    new TablePrinter().print(result, new Page(terminal, width, false, false, List.of()), out);
    return out.toString();
  }

  @Test
  void longCellsAreShortenedAtATerminalOnly() throws IOException {
    Rows rows = one(List.of("id", "text"), 7, "x".repeat(100));
    assertThat(print(rows, true, 30).lines()).allMatch(l -> l.length() <= 30);
    assertThat(print(rows, true, 30)).contains("…");
    assertThat(print(rows, false, 30)).contains("x".repeat(100));
  }

  @Test
  void wideCharactersTakeTheirRoom() throws IOException {
    Rows rows = one(List.of("name", "n"), "日本語", 1);
    assertThat(print(rows, false, 80)).contains("日本語  1\n");
    assertThat(TextWidth.of("日本語")).isEqualTo(6);
    assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
    assertThat(TextWidth.of("🎉")).isEqualTo(2);
    assertThat(TextWidth.shorten("日本語", 5, "…")).isEqualTo("日本…");
  }

  @Test
  void tooManyColumnsBecomeBlocks() throws IOException {
    Rows rows =
        one(List.of("first", "second", "third"), "a".repeat(20), "b".repeat(20), "c".repeat(20));
    assertThat(print(rows, true, 24).lines())
        .containsExactly(
            "first   " + "a".repeat(15) + "…",
            "second  " + "b".repeat(15) + "…",
            "third   " + "c".repeat(15) + "…");
  }

  @Test
  void dataCannotSteerTheTerminal() throws IOException {
    assertThat(print(one(List.of("x"), "a\u001b[31mred\u0007"), true, 80))
        .doesNotContain("\u001b")
        .doesNotContain("\u0007");
  }

  @Test
  void fractionsHaveFourDigitsAtATerminalOnly() throws IOException {
    Rows rows = one(List.of("a", "b", "c"), 2 / 3.0, 0.5, 1e-7 / 3);
    assertThat(print(rows, true, 80)).endsWith("0.6667  0.5  3.3333333333333334E-8\n");
    assertThat(print(rows, false, 80)).contains("0.6666666666666666");
  }

  @Test
  void numbersThatAreNotFinalHaveAnAsteriskAndOneLineSaysWhatItMeans() throws IOException {
    record Counted(List<List<@Nullable Object>> cells) implements Tabular {
      @Override
      public List<String> header() {
        return List.of("day", "n", "done");
      }

      @Override
      public Optional<ProvisionalColumns> marks() {
        return Optional.of(new ProvisionalColumns("done", List.of("n"), "not over"));
      }
    }
    assertThat(
            print(
                new Counted(List.of(List.of("Mon", 1.5, true), List.of("Tue", 20, false))),
                true,
                80))
        .isEqualTo("day     n\n───  ────\nMon  1.5\nTue   20*\n\n* not over.\n");
    assertThat(print(new Counted(List.of(List.of("Mon", 1, true))), false, 80))
        .isEqualTo("day  n\n---  -\nMon  1\n");
  }

  @Test
  void noRowsAreAHeaderAlone() throws IOException {
    assertThat(print(new Rows(List.of("a", "b"), List.of()), false, 80)).isEqualTo("a  b\n-  -\n");
  }
}
