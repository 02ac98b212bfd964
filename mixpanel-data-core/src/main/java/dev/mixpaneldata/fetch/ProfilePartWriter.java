package dev.mixpaneldata.fetch;

import dev.mixpaneldata.internal.JobFolder;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.Sha256;
import dev.mixpaneldata.internal.profile.ProfilePage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
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
    MessageDigest digest = Sha256.start();
    try (OutputStream out =
        new GZIPOutputStream(new BufferedOutputStream(PrivateFiles.stream(file)))) {
      for (byte[] line : page.lines()) {
        out.write(line);
        out.write('\n');
        digest.update(line);
      }
    } catch (IOException e) {
      throw FetchErrors.disk("The part file " + file + " cannot be written", e);
    }
    long bytes = size(file);
    listener.received(page.lines().size(), bytes);
    return new ProfilePart(page.number(), file, page.lines().size(), bytes, Sha256.hex(digest));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw FetchErrors.disk("The part file " + file + " cannot be read", e);
    }
  }
}
