package dev.mixpaneldata.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.internal.json.Mappers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineTimeTest {
  @ParameterizedTest
  @CsvSource({
    "1769854272, 1769854272000",
    "1769854272.345, 1769854272345",
    "1769854272345, 1769854272345",
    "-5, -5000",
    "'\"2026-01-31 10:11:12.345 UTC\"', 1769854272345",
    "'\"2026-01-31 10:11:12.345\"', 1769854272345",
    "'\"2026-01-31T10:11:12.345Z\"', 1769854272345",
    "'\"2026-01-31T10:11:12\"', 1769854272000",
    "'\"2026-01-31 10:11:12.345+00\"', 1769854272345",
    "'\"2026-01-31 10:11:12.345678+00:00\"', 1769854272345",
    "'\"2026-01-31 12:11:12+02:00\"', 1769854272000",
  })
  void timesAreReadAsMixpanelAndWarehousesWriteThem(String json, long millis) {
    assertThat(PipelineTime.millis(Mappers.readExactly(json))).hasValue(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "true", "\"soon\"", "\"\"", "{}", "1e400", "\"2026-02-31 10:00:00\""})
  void whatIsNoTimeIsNone(String json) {
    assertThat(PipelineTime.millis(Mappers.readExactly(json))).isEmpty();
  }
}
