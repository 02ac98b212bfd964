package dev.mixpaneldata.fetch;

import dev.mixpaneldata.internal.line.LineBlock;
import dev.mixpaneldata.internal.line.LineBlocks;
import dev.mixpaneldata.internal.pipeline.EventFiles;
import dev.mixpaneldata.internal.pipeline.EventReader;
import dev.mixpaneldata.internal.pipeline.ExportedEvent;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.spi.StoredEvents;
import dev.mixpaneldata.value.DateRange;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The files of Mixpanel's pipelines and its raw export as part files. */
final class FileParts implements EventParts.Source {
  private static final int BUFFER = 64 << 10;

  private final List<Path> sources;
  private final StoredEvents events;
  private final LoadEvents request;
  private final FileLoad.TableOwner owner;
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;

  FileParts(
      List<Path> sources, StoredEvents events, LoadEvents request, FileLoad.TableOwner owner) {
    this.sources = sources;
    this.events = events;
    this.request = request;
    this.owner = owner;
  }

  @Override
  public EventParts make(EventPartWriter writer) {
    List<Path> files = new ArrayList<>();
    List<FetchResult.Window> windows = new ArrayList<>();
    writer.planned(sources.size());
    for (Path source : sources) {
      EventPartWriter.Written part = writer.write(source, lines -> read(source, lines));
      files.add(part.file());
      windows.add(
          new FetchResult.Window(
              Optional.empty(), part.lines(), EventPartWriter.size(source), false));
    }
    Optional<LocalDate> from = request.fromDate().or(() -> Optional.ofNullable(first));
    Optional<LocalDate> to = request.toDate().or(() -> Optional.ofNullable(last));
    Optional<DateRange> range =
        from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())
            ? Optional.empty()
            : Optional.of(new DateRange(from.get(), to.get()));
    // Pipelines export in UTC always (Mixpanel's page on data pipelines).
    TableOrigin origin =
        new TableOrigin(
            owner.project(),
            owner.region(),
            range,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new EventParts(files, windows, origin, List.of());
  }

  private void read(Path source, Consumer<String> lines) {
    EventReader reader = new EventReader(source.toString(), event -> accept(event, lines), lines);
    if (EventFiles.isParquet(source)) {
      events.objects(source, reader::read);
      return;
    }
    try (LineBlocks blocks = new LineBlocks(plain(source))) {
      LineBlock block = new LineBlock();
      while (blocks.next(block)) {
        for (int line = 0; line < block.size(); line++) {
          int start = block.start(line);
          reader.read(
              new String(block.buffer(), start, block.end(line) - start, StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw FileLoad.failed("The file " + source + " cannot be read", e);
    }
  }

  private void accept(ExportedEvent event, Consumer<String> lines) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(event.millis()), ZoneOffset.UTC);
    if (request.wants(day)) {
      first = first == null || day.isBefore(first) ? day : first;
      last = last == null || day.isAfter(last) ? day : last;
      lines.accept(event.line());
    }
  }

  private static InputStream plain(Path source) throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(source), BUFFER);
    file.mark(2);
    boolean isGzip = file.read() == 0x1f && file.read() == 0x8b;
    file.reset();
    return isGzip ? new GZIPInputStream(file, BUFFER) : file;
  }
}
