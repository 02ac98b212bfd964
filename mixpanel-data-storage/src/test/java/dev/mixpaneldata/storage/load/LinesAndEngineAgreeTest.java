package dev.mixpaneldata.storage.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.internal.line.JsonStrings;
import dev.mixpaneldata.internal.line.LineRepair;
import dev.mixpaneldata.internal.line.LineScanner;
import dev.mixpaneldata.internal.line.LineShape;
import dev.mixpaneldata.internal.line.LineStatus;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scanner lets pass, DuckDB takes for JSON and reads in the same way. */
class LinesAndEngineAgreeTest {
  private static final List<String> LINES =
      List.of(
          "{\"event\":\"e\",\"properties\":{\"k\":\"é😀\\u0000\\ud83d\\ude00\\\"\",\"n\":-0.5e+3}}",
          "{\"event\":\"e\",\"properties\":{\"k\":\"\\/\\b\",\"a\":[1,[],{}],\"t\":true,\"z\":null}}",
          "{\"x\":{\"k\":1},\"properties\": {\"k\" : \"a\",\"k\":\"b\"} ,\"event\":\"\\u0065\"}");

  private final LineScanner scanner = new LineScanner(LineShape.EVENT, List.of("k"));
  private Connection connection;
  private PreparedStatement statement;

  @BeforeEach
  void openEngine() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    statement =
        connection.prepareStatement(
            "SELECT json_valid(x), x->>'$.event', x->'$.properties'->>'$.k'"
                + " FROM (SELECT ?::VARCHAR AS x)");
  }

  @AfterEach
  void closeEngine() throws SQLException {
    statement.close();
    connection.close();
  }

  @Test
  void damagedLinesThatPassAreJsonToTheEngine() throws SQLException {
    Random random = new Random(7);
    int passed = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] line = LINES.get(random.nextInt(LINES.size())).getBytes(UTF_8);
      byte[] telling = "{}[]\",:\\u0d8tfn-+.eE \t\u001f\u00e9".getBytes(UTF_8);
      line[random.nextInt(line.length)] = telling[random.nextInt(telling.length)];
      LineStatus status = scanner.scan(line, 0, line.length);
      if (status == LineStatus.REPAIRABLE) {
        line = LineRepair.repair(line, 0, line.length);
        status = scanner.scan(line, 0, line.length);
      }
      if (status == LineStatus.GOOD) {
        passed++;
        assertSame(line);
      }
    }
    assertThat(passed).isGreaterThan(2_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200, LineScanner.MAX_DEPTH - 2})
  void theEngineNestsAsDeepAsTheScanner(int depth) throws SQLException {
    byte[] line =
        ("{\"event\":\"e\",\"properties\":{\"k\":\"x\",\"d\":"
                + "[".repeat(depth)
                + "]".repeat(depth)
                + "}}")
            .getBytes(UTF_8);
    assertThat(scanner.scan(line, 0, line.length)).isEqualTo(LineStatus.GOOD);
    assertSame(line);
  }

  private void assertSame(byte[] line) throws SQLException {
    String text = new String(line, UTF_8);
    statement.setString(1, text);
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      assertThat(row.getBoolean(1)).as(text).isTrue();
      assertThat(row.getString(2)).as(text).isEqualTo(string(line, LineShape.NAME));
      int slot = scanner.slotOf("k");
      if (scanner.has(slot) && line[scanner.start(slot)] == '"') {
        assertThat(row.getString(3)).as(text).isEqualTo(string(line, slot));
      }
    }
  }

  private String string(byte[] line, int slot) {
    return JsonStrings.string(line, scanner.start(slot), scanner.end(slot));
  }
}
