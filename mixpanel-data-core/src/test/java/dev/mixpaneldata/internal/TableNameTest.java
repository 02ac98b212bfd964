package dev.mixpaneldata.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchProfiles;
import dev.mixpaneldata.fetch.SyncEvents;
import dev.mixpaneldata.value.DateRange;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"jan", "events_2026-01", "1st", "_private", "Ereignisse_März", "x"})
  void usableNamesPass(String name) {
    assertThat(TableName.check(name)).isEqualTo(name);
    assertThat(TableName.inFileName(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a\"b",
        "a'b",
        "a;b",
        "a.b",
        "-a",
        "a\nb",
        "a\u0000b",
        "a/b",
        "a\\b",
        "/etc/x",
        "../x",
        ".",
        "..",
        "~",
        "_mp_x",
        "_MP",
        "mixpanel_data",
        "a123456789012345678901234567890123456789012345678901234567890123"
      })
  void noRequestTakesAnotherName(String name) {
    assertThatThrownBy(() -> TableName.check(name))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
              assertThat(e.hint()).isPresent();
              assertThat(e.getMessage()).doesNotContain("\n", "\u0000");
            });
    refused(() -> FetchEvents.of(name, DateRange.of("2026-01-01", "2026-01-02")));
    refused(() -> FetchProfiles.of(name));
    refused(() -> SyncEvents.of(name));
  }

  @Test
  void aLongNameIsShownInPart() {
    assertThatThrownBy(() -> TableName.check("x".repeat(1_000_000)))
        .hasMessageContaining("…")
        .message()
        .hasSizeLessThan(200);
  }

  @Test
  void theLongestNameFitsIntoTheNameOfAFile() {
    String longest = "\uD835\uDC00".repeat(63);
    assertThat(TableName.check(longest)).isEqualTo(longest);
    assertThat(TableName.inFileName(longest).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(220);
  }

  private static void refused(Runnable request) {
    assertThatThrownBy(request::run)
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT));
  }
}
