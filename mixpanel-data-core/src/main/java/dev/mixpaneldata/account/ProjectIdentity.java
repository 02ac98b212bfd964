package dev.mixpaneldata.account;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.quota.Pacer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The name and the time zone of a project, as far as Mixpanel reports them.
 *
 * @param name its name; empty if unknown
 * @param timeZone the zone of its days; empty if unknown
 */
public record ProjectIdentity(Optional<String> name, Optional<ZoneId> timeZone) {
  /**
   * A name is not worth a longer wait; the {@code /me} of a large organisation may take minutes.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final ProjectIdentity UNKNOWN =
      new ProjectIdentity(Optional.empty(), Optional.empty());

  /**
   * Asks {@code /me} once, for three seconds at most; the call counts against no budget. What
   * Mixpanel refuses, or cannot say in time, is unknown.
   */
  public static ProjectIdentity of(ResolvedAccount account, Pacer pacer) {
    MixpanelHttp http =
        MixpanelHttp.builder(account.credentials())
            .endpoints(account.endpoints())
            .pacer(pacer)
            .connectTimeout(PATIENCE)
            .retries(0)
            .build();
    try {
      return ProjectLookup.ask(http, account.credentials().projectId(), PATIENCE)
          .project()
          .map(project -> new ProjectIdentity(project.name(), project.timeZone()))
          .orElse(UNKNOWN);
    } catch (MixpanelDataException e) {
      if (e.code() == ErrorCode.INTERRUPTED) {
        throw e;
      }
      return UNKNOWN;
    }
  }
}
