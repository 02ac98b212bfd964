package dev.mixpaneldata.account;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.http.Endpoints;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.QuotaLedger;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An account with all that its calls need. Safe to print: the secret is masked.
 *
 * @param credentials the sign-in and its project
 * @param name the account's name, if it comes from the configuration file
 * @param source the reason why it was chosen
 * @param timeZone the project's time zone as given, for projects created before 2023; UTC for a
 *     project that is known to be newer
 * @param baseUrl the origin that replaces Mixpanel's hosts
 * @param dataDirectory the folder for databases and budgets
 * @param target the name of the target that chose it, if one did
 * @param dataView the data view that queries use; all data of the project if empty
 */
public record ResolvedAccount(
    Credentials credentials,
    Optional<String> name,
    Source source,
    Optional<ZoneId> timeZone,
    Optional<URI> baseUrl,
    Path dataDirectory,
    Optional<String> target,
    Optional<Long> dataView) {
  /** The reasons why credentials were chosen, the strongest first. */
  public enum Source {
    /** The caller, {@code MP_ACCOUNT} or {@code MP_TARGET} named it. */
    NAMED,
    /** The environment holds credentials. */
    ENVIRONMENT,
    /** It is the configuration file's target in use or default account. */
    FILE
  }

  /**
   * Returns the zone that times of the project are shifted into; empty for UTC, or unless given.
   */
  public Optional<ZoneId> shiftedInto() {
    return timeZone.filter(zone -> !ProjectZone.isUtc(zone));
  }

  /** Returns the hosts of its calls. */
  public Endpoints endpoints() {
    return new Endpoints(credentials.region(), baseUrl);
  }

  /** Returns the budgets that it shares with other processes. */
  public QuotaLedger quota(Pacer pacer) {
    return QuotaLedger.of(dataDirectory, credentials, baseUrl, pacer);
  }
}
