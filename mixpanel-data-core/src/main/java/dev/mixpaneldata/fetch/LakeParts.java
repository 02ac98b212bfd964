package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.lake.LakeDay;
import dev.mixpaneldata.lake.LakeFile;
import dev.mixpaneldata.lake.LakeFolder;
import dev.mixpaneldata.lake.LakeManifest;
import dev.mixpaneldata.store.spi.StoredEvents;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The days of a lake as part files. */
record LakeParts(LakeFolder lake, LakeManifest manifest, StoredEvents events, LoadEvents request)
    implements EventParts.Source {
  @Override
  public EventParts make(EventPartWriter writer) {
    NavigableMap<LocalDate, LakeDay> days = new TreeMap<>();
    manifest.days().entrySet().stream()
        .filter(day -> request.wants(day.getKey()))
        .forEach(day -> days.put(day.getKey(), day.getValue()));
    if (days.isEmpty()) {
      throw new MixpanelDataException(
          ErrorCode.NOT_FOUND,
          "The lake " + lake.path() + " has none of these days.",
          manifest.days().isEmpty()
              ? "It has no days yet."
              : "It has days from "
                  + manifest.days().firstKey()
                  + " to "
                  + manifest.days().lastKey()
                  + ".");
    }
    List<Path> files = new ArrayList<>();
    List<FetchResult.Window> windows = new ArrayList<>();
    writer.planned(days.values().stream().mapToInt(day -> day.files().size()).sum());
    for (Map.Entry<LocalDate, LakeDay> day : days.entrySet()) {
      for (LakeFile file : day.getValue().files()) {
        EventPartWriter.Written part = write(writer, file);
        files.add(part.file());
        DateRange date = new DateRange(day.getKey(), day.getKey());
        windows.add(new FetchResult.Window(Optional.of(date), part.lines(), file.bytes(), false));
      }
    }
    DateRange range = new DateRange(days.firstKey(), days.lastKey());
    return new EventParts(files, windows, manifest.source().origin(range), missing(range, days));
  }

  private EventPartWriter.Written write(EventPartWriter writer, LakeFile file) {
    Path path = lake.file(file);
    EventPartWriter.Written part =
        Files.isRegularFile(path)
            ? writer.write(path, lines -> events.parquet(path, Map.of(), lines))
            : new EventPartWriter.Written(path, -1);
    if (part.lines() != file.rows()) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The file "
              + path
              + (part.lines() < 0 ? " is missing" : " has " + part.lines() + " events")
              + ", and the lake lists it with "
              + file.rows()
              + " events.",
          "If the lake was being written, try again; otherwise write this day again.");
    }
    return part;
  }

  private static List<String> missing(DateRange range, NavigableMap<LocalDate, LakeDay> days) {
    long missing = range.days() - days.size();
    return missing == 0
        ? List.of()
        : List.of(
            "The lake lacks "
                + missing
                + (missing == 1 ? " day" : " days")
                + " between "
                + range.from()
                + " and "
                + range.to()
                + "; in the table they look like days without events.");
  }
}
