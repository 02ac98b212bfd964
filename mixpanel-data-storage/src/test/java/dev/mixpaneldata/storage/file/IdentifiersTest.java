package dev.mixpaneldata.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
  @ParameterizedTest
  @ValueSource(strings = {"jan", "events_2026-01", "1st", "_private", "Ereignisse_März", "x"})
  void usableNamesPass(String name) {
    assertThat(Identifiers.checkTableName(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a\"b",
        "a'b",
        "a;b",
        "a.b",
        "-a",
        "a\nb",
        "a\u0000b",
        "a/b",
        "_mp_x",
        "_MP",
        "mixpanel_data",
        "a123456789012345678901234567890123456789012345678901234567890123"
      })
  void otherNamesAreRefused(String name) {
    assertThatThrownBy(() -> Identifiers.checkTableName(name))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
              assertThat(e.hint()).isPresent();
              assertThat(e.getMessage()).doesNotContain("\n", "\u0000");
            });
  }

  @Test
  void quotesInsideIdentifiersAndTextsAreDoubled() {
    assertThat(Identifiers.quote("a\"b")).isEqualTo("\"a\"\"b\"");
    assertThat(Identifiers.literal("it's")).isEqualTo("'it''s'");
  }
}
