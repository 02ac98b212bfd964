package dev.mixpaneldata.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLocksTest {
  private static final Duration MOMENT = Duration.ofMillis(1);

  @TempDir Path folder;

  private FileChannel open() throws Exception {
    return FileChannel.open(
        folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  @Test
  void aFreeFileIsLockedAndAHeldOneIsNot() throws Exception {
    try (FileChannel first = open();
        FileChannel second = open()) {
      Optional<FileLock> held = FileLocks.acquire(first, MOMENT, MOMENT);
      assertThat(held).isPresent();
      assertThat(FileLocks.acquire(second, MOMENT, MOMENT)).isEmpty();
      held.orElseThrow().release();
      assertThat(FileLocks.acquire(second, MOMENT, MOMENT)).isPresent();
    }
  }

  @Test
  void whoeverIsInterruptedDoesNotWait() throws Exception {
    try (FileChannel first = open();
        FileChannel second = open()) {
      assertThat(FileLocks.acquire(first, MOMENT, MOMENT)).isPresent();
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> FileLocks.acquire(second, Duration.ofDays(1), MOMENT))
          .isInstanceOf(ClosedByInterruptException.class);
    } finally {
      Thread.interrupted();
    }
  }
}
