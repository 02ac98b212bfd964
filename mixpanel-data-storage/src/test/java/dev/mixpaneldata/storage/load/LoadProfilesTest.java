package dev.mixpaneldata.storage.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadResult;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadProfilesTest {
  @TempDir Path folder;
  private TestingLoads loads;

  @BeforeEach
  void openFolder() {
    loads = new TestingLoads(folder);
  }

  @Test
  void makesATableOfProfiles() {
    LoadResult result =
        loads.loadProfiles(
            LoadMode.CREATE,
            loads.part(
                profile("\"u1\"", "\"$last_seen\":\"2026-01-05T10:00:00\",\"plan\":\"pro\""),
                profile("17", "\"plan\":\"free\"")));
    assertThat(result).isEqualTo(new LoadResult(2, 0, 0, 2));
    assertThat(
            loads.query(
                "SELECT distinct_id, last_seen::VARCHAR, properties, plan FROM jan ORDER BY 1"))
        .containsExactly(
            Arrays.asList("17", null, "{\"plan\":\"free\"}", "free"),
            List.of(
                "u1",
                "2026-01-05 10:00:00",
                "{\"$last_seen\":\"2026-01-05T10:00:00\",\"plan\":\"pro\"}",
                "pro"));
  }

  @Test
  void theLaterOfTwoProfilesStays() {
    LoadResult result =
        loads.loadProfiles(
            LoadMode.CREATE,
            loads.part(
                profile("\"a\"", "\"v\":1"),
                profile("\"b\"", "\"v\":2"),
                profile("\"a\"", "\"v\":3")),
            loads.part(profile("\"b\"", "\"v\":4")));
    assertThat(result).isEqualTo(new LoadResult(4, 2, 0, 2));
    assertThat(loads.column("SELECT v FROM jan ORDER BY distinct_id")).containsExactly("3", "4");
  }

  @Test
  void aNewProfileTakesThePlaceOfTheOldOne() {
    loads.loadProfiles(
        LoadMode.CREATE, loads.part(profile("\"a\"", "\"v\":1"), profile("\"b\"", "\"v\":2")));
    LoadResult result =
        loads.loadProfiles(
            LoadMode.APPEND, loads.part(profile("\"b\"", "\"v\":3"), profile("\"c\"", "\"v\":4")));
    assertThat(result).isEqualTo(new LoadResult(2, 0, 1, 3));
    assertThat(loads.column("SELECT v FROM jan ORDER BY distinct_id"))
        .containsExactly("1", "3", "4");
  }

  @Test
  void noProfilesMakeAnEmptyTable() {
    assertThat(loads.loadProfiles(LoadMode.CREATE)).isEqualTo(new LoadResult(0, 0, 0, 0));
    assertThat(loads.columnNames()).isEqualTo(Layout.PROFILE_COLUMNS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "NULL",
      value = {
        "\"2026-01-05T10:00:00.123\"|2026-01-05 10:00:00.123",
        "\"2026-01-05T10:00:00.123456Z\"|2026-01-05 10:00:00.123456",
        "\"2026-01-05T10:00:00+02:00\"|2026-01-05 08:00:00",
        "\"2026-02-30T10:00:00\"|NULL",
        "\"2026-01-05\"|NULL",
        "\"yesterday around ten o'clock\"|NULL",
        "1767268800|NULL",
        "null|NULL"
      })
  void lastSeenIsReadWhereItIsATime(String text, String expected) {
    loads.loadProfiles(LoadMode.CREATE, loads.part(profile("\"a\"", "\"$last_seen\":" + text)));
    assertThat(loads.column("SELECT last_seen::VARCHAR FROM jan")).containsExactly(expected);
  }

  private static String profile(String distinctId, String properties) {
    return "{\"$distinct_id\":" + distinctId + ",\"$properties\":{" + properties + "}}";
  }
}
