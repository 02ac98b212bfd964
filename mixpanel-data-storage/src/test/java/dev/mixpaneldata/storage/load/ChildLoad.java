package dev.mixpaneldata.storage.load;

import static dev.mixpaneldata.storage.load.TestingLoads.event;

import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadRequest;
import dev.mixpaneldata.store.spi.PartSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A load in a process of its own, which never ends by itself. */
final class ChildLoad {
  /** What the child prints when it is in the midst of its rows. */
  static final String LOADING = "loading";

  private static final int ROWS_BEFORE_STOP = 130_000;

  private ChildLoad() {}

  static Process start(Path file, LoadMode mode, List<Path> parts) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-cp",
                System.getProperty("java.class.path"),
                ChildLoad.class.getName(),
                file.toString(),
                mode.name()));
    parts.forEach(part -> command.add(part.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  public static void main(String[] arguments) {
    DatabaseFile file = new DatabaseFile(Path.of(arguments[0]), StoreOptions.defaults());
    List<Path> parts = Arrays.stream(arguments).skip(2).map(Path::of).toList();
    new DuckDbLoader(file, Clock.systemUTC())
        .load(
            new LoadRequest(
                "child",
                TestingLoads.TABLE,
                TableType.EVENTS,
                LoadMode.valueOf(arguments[1]),
                PartSource.of(parts),
                TestingLoads.origin(null, null, null),
                List.of()),
            ChildLoad::stopMidway);
  }

  private static void stopMidway(long rows) {
    if (rows >= ROWS_BEFORE_STOP) {
      System.out.println(LOADING);
      System.out.flush();
      try {
        // The parent kills this process in the middle of its load.
        Thread.sleep(Long.MAX_VALUE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static List<String> lines(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(event("e", i * 1000L, "u" + i, "i" + i, ",\"n\":" + i));
    }
    return lines;
  }
}
