package dev.mixpaneldata.store.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PartSupplyTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void givesEachPartOnce() {
    PartSupply parts = PartSupply.of(List.of(Path.of("a"), Path.of("b")));
    assertThat(parts.take()).hasValue(0);
    assertThat(parts.poll()).hasValue(1);
    assertThat(parts.poll()).isEmpty();
    assertThat(parts.take()).isEmpty();
    assertThat(parts.get(1)).isEqualTo(Path.of("b"));
  }

  @Test
  void givesWhatHasArrivedAndWaitsForTheRest() {
    PartSupply parts = PartSupply.arriving(2, LONG);
    assertThat(parts.poll()).isEmpty();
    parts.arrived(1, Path.of("b"));
    assertThat(parts.take()).hasValue(1);
    CompletableFuture<OptionalInt> taken = CompletableFuture.supplyAsync(parts::take);
    CompletableFuture<Path> path = CompletableFuture.supplyAsync(() -> parts.get(0));
    assertThat(taken).isNotDone();
    parts.arrived(0, Path.of("a"));
    assertThat(taken.join()).hasValue(0);
    assertThat(path.join()).isEqualTo(Path.of("a"));
    assertThat(parts.take()).isEmpty();
  }

  @Test
  void aPartThatDoesNotComeEndsTheWaitOfAll() {
    PartSupply parts = PartSupply.arriving(2, Duration.ofMillis(20));
    parts.arrived(0, Path.of("a"));
    parts.take();
    assertThatThrownBy(parts::take)
        .isInstanceOfSatisfying(
            MixpanelDataException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TIMEOUT));
    assertThatThrownBy(() -> parts.get(1)).isInstanceOf(MixpanelDataException.class);
  }

  @Test
  void whoeverWaitsIsTold() {
    PartSupply parts = PartSupply.arriving(1, LONG);
    CompletableFuture<OptionalInt> taken = CompletableFuture.supplyAsync(parts::take);
    MixpanelDataException failure =
        new MixpanelDataException(ErrorCode.INTERRUPTED, "Stopped.", "Go on.");
    parts.end(failure);
    assertThatThrownBy(taken::join).hasRootCause(failure);
  }

  @Test
  void columnsAreChosenByEverySecondPartFromTheNewest() {
    assertThat(PartSupply.sample(0)).isEmpty();
    assertThat(PartSupply.sample(1)).containsExactly(0);
    assertThat(PartSupply.sample(3)).containsExactly(2, 1, 0);
    assertThat(PartSupply.sample(6)).containsExactly(5, 3, 1);
    assertThat(PartSupply.sample(1_000)).hasSize(100).startsWith(999, 989).endsWith(9);
  }
}
