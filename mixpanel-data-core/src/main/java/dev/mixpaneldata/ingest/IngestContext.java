package dev.mixpaneldata.ingest;

import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.credentials.ProjectToken;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.Sha256;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.WaitRules;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What everything that writes to a project works with.
 *
 * @param projectId the project
 * @param region us, eu or in
 * @param token the project's token, by which profiles and tracked events find it
 * @param dataDirectory where the state of imports and failed events are kept
 * @param http calls Mixpanel
 * @param waits how long calls may wait
 * @param pacer the time
 */
record IngestContext(
    String projectId,
    String region,
    Optional<Secret> token,
    Path dataDirectory,
    MixpanelHttp http,
    WaitRules waits,
    Pacer pacer) {
  /** Returns the context of an account. */
  static IngestContext of(
      ResolvedAccount account,
      Optional<Secret> token,
      MixpanelHttp http,
      WaitRules waits,
      Pacer pacer) {
    return new IngestContext(
        account.credentials().projectId(),
        account.credentials().region().id(),
        token,
        account.dataDirectory(),
        http,
        waits,
        pacer);
  }

  private static final int LONGEST_IN_FILES = 40;

  /** A client whose waits the listener hears. */
  MixpanelHttp http(ImportListener listener) {
    return http.with(waits.announcedTo(wait -> listener.waiting(wait.message(), wait.until())));
  }

  Instant now() {
    return pacer.now();
  }

  /** The token, or how to give it. */
  String requireToken() {
    return ProjectToken.require(token, projectId);
  }

  /** Where the state of an import is kept: the same request finds it again. */
  Path jobFolder(ImportEvents request) {
    String identity =
        String.join("\n", region, projectId, request.name(), Boolean.toString(request.dryRun()));
    return dataDirectory
        .resolve("import")
        .resolve(projectId)
        .resolve(inFileName(request.name()) + "-" + Sha256.hex(identity).substring(0, 12));
  }

  /** The end of a name, such as that of a file with its folders, as a part of a file's name. */
  static String inFileName(String name) {
    String plain = name.replaceAll("[^\\p{L}\\p{N}_.-]+", "_");
    return plain.substring(Math.max(0, plain.length() - LONGEST_IN_FILES)).replaceAll("^[.]+", "_");
  }
}
