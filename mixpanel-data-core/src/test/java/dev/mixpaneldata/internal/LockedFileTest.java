package dev.mixpaneldata.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedFileTest {
  private static final Duration MOMENT = Duration.ofMillis(1);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("lock");
  }

  /** Another process. */
  static final class Other {
    public static void main(String[] args) throws Exception {
      System.out.print(LockedFile.tryOpen(Path.of(args[0])).isPresent() ? "free" : "held");
    }
  }

  private static String foundByAnotherProcess(Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said;
  }

  @Test
  void aFreeFileIsLockedAndAHeldOneIsNot() throws Exception {
    try (LockedFile held = LockedFile.tryOpen(file).orElseThrow()) {
      assertThat(LockedFile.tryOpen(file)).isEmpty();
      assertThat(LockedFile.open(file, MOMENT, MOMENT)).isEmpty();
      assertThat(LockedFile.isHeldHere(file)).isTrue();
      assertThat(held.channel().isOpen()).isTrue();
    }
    assertThat(LockedFile.isHeldHere(file)).isFalse();
    assertThat(foundByAnotherProcess(file)).isEqualTo("free");
  }

  @Test
  void whoAsksInVainTakesNothingFromTheHolder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
    Optional<LockedFile> held = LockedFile.tryOpen(file);
    try {
      assertThat(LockedFile.tryOpen(file)).isEmpty();
      assertThat(LockedFile.tryOpen(link.resolve("lock"))).isEmpty();
      assertThat(foundByAnotherProcess(file)).isEqualTo("held");
    } finally {
      held.orElseThrow().close();
    }
  }

  @Test
  void aJobThatIsStartedTwiceStaysLocked() throws Exception {
    Path work = folder.toRealPath().resolve("job");
    try (JobFolder job = JobFolder.open("fetch", folder.toRealPath(), work)) {
      assertThatThrownBy(() -> JobFolder.open("fetch", folder.toRealPath(), work))
          .isInstanceOf(MixpanelDataException.class)
          .hasFieldOrPropertyWithValue("code", ErrorCode.DATABASE_LOCKED)
          .hasMessageContaining("in process " + ProcessHandle.current().pid());
      assertThat(foundByAnotherProcess(job.file("lock"))).isEqualTo("held");
    }
  }

  @Test
  void whoIsInterruptedDoesNotWait() throws Exception {
    try (LockedFile held = LockedFile.tryOpen(file).orElseThrow()) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> LockedFile.open(file, Duration.ofDays(1), MOMENT))
          .isInstanceOf(ClosedByInterruptException.class);
      assertThat(held.channel().isOpen()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }
}
