package dev.mixpaneldata.fetch;

import dev.mixpaneldata.internal.line.LineScanner;
import dev.mixpaneldata.internal.line.LineShape;
import dev.mixpaneldata.internal.line.LineStatus;
import dev.mixpaneldata.profile.ProfilePage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes pages of profiles as part files. Thread-safe. */
final class ProfilePartWriter {
  private final JobFolder folder;
  private final FetchListener listener;

  ProfilePartWriter(JobFolder folder, FetchListener listener) {
    this.folder = folder;
    this.listener = listener;
  }

  ProfilePart write(ProfilePage page) {
    String name = String.format("page-%06d.jsonl.gz", page.number());
    Path file = folder.file(name);
    Path quarantineFile = folder.file(FinishedPart.quarantineName(name));
    LineScanner scanner = new LineScanner(LineShape.PROFILE);
    long repaired = 0;
    long unusable = 0;
    try (Quarantine quarantine = new Quarantine(quarantineFile);
        OutputStream out =
            new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      int number = 0;
      for (byte[] line : page.lines()) {
        number++;
        LineStatus status = scanner.scan(line, 0, line.length);
        if (status == LineStatus.UNUSABLE) {
          unusable++;
          quarantine.keep(number, "unusable: the line " + scanner.fault().description(), line);
        } else if (status == LineStatus.REPAIRABLE) {
          repaired++;
          quarantine.keep(number, "repaired: characters that JSON cannot carry", line);
        }
        out.write(line);
        out.write('\n');
      }
    } catch (IOException | DiskException e) {
      throw FetchErrors.disk("The part file " + file + " cannot be written", e);
    }
    long rows = page.lines().size() - unusable;
    long bytes = size(file);
    listener.received(rows, bytes);
    return new ProfilePart(page.number(), file, quarantineFile, rows, bytes, repaired, unusable);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw FetchErrors.disk("The part file " + file + " cannot be read", e);
    }
  }
}
