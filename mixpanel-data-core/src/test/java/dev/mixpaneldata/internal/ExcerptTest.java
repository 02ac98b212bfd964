package dev.mixpaneldata.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.text.Excerpt;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void aLongTextKeepsItsBeginningAndItsEnd() {
    String text = "begin" + "x".repeat(1_000_000) + "end";
    assertThat(Excerpt.ofMessage(text))
        .startsWith("beginx")
        .endsWith("xend")
        .contains("characters omitted")
        .hasSizeLessThan(Excerpt.LONGEST_MESSAGE + 100);
    assertThat(Excerpt.ofMessage("short")).isEqualTo("short");
  }

  @Test
  void noCharacterIsTorn() {
    for (String shift : new String[] {"", "a"}) {
      String cut = Excerpt.ofMessage(shift + "\uD83D\uDE00".repeat(5_000));
      assertThat(cut.codePoints()).noneMatch(c -> c >= Character.MIN_SURROGATE && c <= 0xDFFF);
    }
  }

  @Test
  void everyErrorIsCut() {
    String text = "x".repeat(3_900_000);
    MixpanelDataException error = MixpanelDataException.invalidArgument(text, text);
    assertThat(error.getMessage()).hasSizeLessThan(5_000);
    assertThat(error.hint().orElseThrow()).hasSizeLessThan(5_000);
  }
}
