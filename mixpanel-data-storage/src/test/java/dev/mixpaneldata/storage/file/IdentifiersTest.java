package dev.mixpaneldata.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentifiersTest {
  @Test
  void quotesInsideIdentifiersAndTextsAreDoubled() {
    assertThat(Identifiers.quote("a\"b")).isEqualTo("\"a\"\"b\"");
    assertThat(Identifiers.literal("it's")).isEqualTo("'it''s'");
  }
}
