package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberRangesTest {
  @Test
  void numbersOnBothSidesOfZeroNeedTwoRanges() {
    assertThat(NumberRanges.of(-3, 4, 1).labels().values()).containsExactly("-5 - 0", "0 - 5");
    assertThat(NumberRanges.of(-3, 0, 1).labels().values()).containsExactly("-5 - 0", "0 - 5");
  }

  @Test
  void oneNumberHasOneRangeAlsoWhereDoublesLieFarApart() {
    assertThat(NumberRanges.of(7.25, 7.25, 12).labels().values()).containsExactly("7 - 8");
    assertThat(NumberRanges.of(1e22, 1e22, 12).labels().values())
        .containsExactly("10,000,000,000,000,000,000,000 - 10,000,000,000,000,000,000,001");
    assertThat(NumberRanges.of(1e300, 1e300, 12).count()).isEqualTo(1);
  }

  @Test
  void theWidestAndNarrowestSpansAreCut() {
    assertThat(NumberRanges.of(-Double.MAX_VALUE, Double.MAX_VALUE, 12).count()).isBetween(4, 12);
    assertThat(NumberRanges.of(1, Math.nextUp(1.0), 12).count()).isBetween(3, 12);
    assertThat(NumberRanges.of(0, Double.MIN_VALUE, 3).count()).isBetween(2, 3);
  }

  @Test
  void aNumberBeginsTheRangeThatIsNamedAfterIt() throws SQLException {
    NumberRanges ranges = NumberRanges.of(0, 0.99, 100);
    List<Double> numbers = new ArrayList<>();
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double end = i / 100.0;
      numbers.add(end);
      expected.add(i);
      numbers.add(Math.nextUp(end));
      expected.add(i);
      if (i > 0) {
        numbers.add(Math.nextDown(end));
        expected.add(i - 1);
      }
    }

    assertThat(ranges.labels()).hasSize(100).containsEntry(29, "0.29 - 0.3");
    assertThat(indexes(ranges, numbers)).isEqualTo(expected);
  }

  private static List<Integer> indexes(NumberRanges ranges, List<Double> numbers)
      throws SQLException {
    List<Integer> indexes = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE numbers (n DOUBLE)");
      for (double number : numbers) {
        statement.execute("INSERT INTO numbers VALUES ('" + number + "')");
      }
      try (ResultSet row =
          statement.executeQuery("SELECT " + ranges.index("n") + " FROM numbers ORDER BY rowid")) {
        while (row.next()) {
          indexes.add(row.getInt(1));
        }
      }
    }
    return indexes;
  }
}
