package dev.mixpaneldata.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.JobFolder;
import dev.mixpaneldata.quota.TestingTime;
import dev.mixpaneldata.quota.WaitRules;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.spi.LoadListener;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadRequest;
import dev.mixpaneldata.store.spi.LoadResult;
import dev.mixpaneldata.store.spi.Loader;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLoadTest {
  private static final FetchEvents REQUEST =
      FetchEvents.of("jan", DateRange.of("2026-01-01", "2026-01-06")).with(r -> r.workers(3));

  @TempDir Path folder;
  private final TakingLoader loader = new TakingLoader();
  private final List<Long> told = Collections.synchronizedList(new ArrayList<>());
  private final TestingTime time = new TestingTime();
  private FetchLedger ledger;
  private EventLoad load;

  /** Takes parts as they come, and fails as often as it is told to. */
  private static final class TakingLoader implements Loader {
    private final List<Set<Integer>> loads = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private int failures;

    @Override
    public void prepare() {}

    @Override
    public Optional<TableInfo> find(String table) {
      return Optional.empty();
    }

    @Override
    public LoadResult load(LoadRequest request, LoadListener listener) {
      Set<Integer> taken = new ConcurrentSkipListSet<>();
      loads.add(taken);
      threads.add(Thread.currentThread());
      begun.countDown();
      if (failures-- > 0) {
        throw MixpanelDataException.invalidArgument("Not now.", "Later.");
      }
      for (OptionalInt part = request.parts().take();
          part.isPresent();
          part = request.parts().take()) {
        taken.add(part.getAsInt());
        listener.rowsRead(taken.size());
      }
      return new LoadResult(taken.size(), 0, 0, taken.size());
    }
  }

  @BeforeEach
  void begin() {
    FetchContext context =
        new FetchContext(
            "1",
            "us",
            Optional.empty(),
            true,
            folder,
            MixpanelHttp.builder(Credentials.of("user", "secret", "1", Region.US)).build(),
            WaitRules.patient(),
            time.pacer(),
            loader);
    FetchListener listener =
        new FetchListener() {
          @Override
          public void loading(long rows, long ofRows) {
            told.add(rows);
          }
        };
    ledger = FetchLedger.create(folder.resolve("ledger.jsonl"), REQUEST.range().split(1));
    load =
        new EventLoad(
            context,
            listener,
            REQUEST,
            LoadMode.CREATE,
            ledger,
            JobFolder.open(FetchErrors.JOB, folder.getParent(), folder));
  }

  private FinishedPart part(int number) {
    DateRange window = ledger.windows().get(number);
    FinishedPart part =
        new FinishedPart(window.from(), window.to(), "part" + number, 1, 100, time.instant());
    ledger.finish(part);
    return part;
  }

  private void arrive(int... numbers) {
    for (int number : numbers) {
      load.arrived(part(number));
    }
  }

  @Test
  void beginsWhenTheLastWindowsAreOnTheirWay() throws InterruptedException {
    arrive(5, 3, 1);
    assertThat(loader.begun.await(1, TimeUnit.MINUTES)).isTrue();
    arrive(0, 2);
    assertThat(told).isEmpty();
    arrive(4);
    assertThat(load.finish().result().received()).isEqualTo(6);
    assertThat(loader.loads).hasSize(1);
    assertThat(told).startsWith(0L);
  }

  /** A load that had begun too early would run in its own thread. */
  @Test
  void doesNotBeginWhileMoreWindowsAreLeftThanAreFetchedAtATime() {
    arrive(5, 3);
    for (int number : new int[] {0, 1, 2, 4}) {
      load.wasThere(part(number));
    }
    assertThat(load.finish().result().received()).isEqualTo(6);
    assertThat(loader.threads).containsExactly(Thread.currentThread());
  }

  @Test
  void whatAnEarlierRunLeftIsLoadedToo() {
    for (int number : new int[] {1, 3, 5, 4}) {
      load.wasThere(part(number));
    }
    arrive(0, 2);
    assertThat(load.finish().result().received()).isEqualTo(6);
    assertThat(loader.loads).hasSize(1);
  }

  @Test
  void aSlowDownloadDoesNotHoldTheFile() {
    time.advance(Duration.ofMinutes(1));
    arrive(5, 3, 1, 0, 2, 4);
    assertThat(load.finish().result().received()).isEqualTo(6);
    assertThat(loader.threads).containsExactly(Thread.currentThread());
  }

  @Test
  void whatFailsBesideTheDownloadIsDoneAgain() throws InterruptedException {
    loader.failures = 1;
    arrive(5, 3, 1);
    assertThat(loader.begun.await(1, TimeUnit.MINUTES)).isTrue();
    arrive(0, 2, 4);
    assertThat(load.finish().result().received()).isEqualTo(6);
    assertThat(loader.loads).hasSize(2);
  }

  @Test
  void closingEndsALoadThatWaits() throws InterruptedException {
    arrive(5, 3, 1);
    assertThat(loader.begun.await(1, TimeUnit.MINUTES)).isTrue();
    load.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("mixpanel-load"));
  }
}
