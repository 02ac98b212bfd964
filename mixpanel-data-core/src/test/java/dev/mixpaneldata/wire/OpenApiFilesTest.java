package dev.mixpaneldata.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiFilesTest {
  @TempDir Path folder;

  @Test
  void missingFilesAreSkippedUnlessTheyAreRequired() {
    assertThat(OpenApiFiles.arePresent(folder, false)).isFalse();
    assertThatThrownBy(() -> OpenApiFiles.arePresent(folder, true))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dmixpanel.openapi");
  }

  @Test
  void filesThatAreThereAreUsed() throws IOException {
    Files.createFile(folder.resolve("query.openapi.yaml"));
    assertThat(OpenApiFiles.arePresent(folder, true)).isTrue();
  }
}
