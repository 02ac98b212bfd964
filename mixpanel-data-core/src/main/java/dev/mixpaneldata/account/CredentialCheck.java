package dev.mixpaneldata.account;

import dev.mixpaneldata.account.CredentialReport.Problem;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.Endpoints;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.Quota;
import dev.mixpaneldata.quota.WaitRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks whether an account works, and if not, why: a wrong secret, a project it cannot reach, or
 * another region. Makes two calls if all is well. One is a query of the project's 60 an hour, which
 * is left out if these are used up.
 */
public final class CredentialCheck {
  private static final Duration ANSWER = Duration.ofSeconds(30);

  /** Other regions are only asked for better advice, so they get little time. */
  private static final Duration PROBE = Duration.ofSeconds(5);

  private final Credentials credentials;
  private final Optional<String> account;
  private final Function<Region, MixpanelHttp> clients;
  private final List<Region> otherRegions;

  private CredentialCheck(
      Credentials credentials,
      Optional<String> account,
      Function<Region, MixpanelHttp> clients,
      List<Region> otherRegions) {
    this.credentials = credentials;
    this.account = account;
    this.clients = clients;
    this.otherRegions = otherRegions;
  }

  /** Checks an account. The error of an unreachable network is part of the report, not thrown. */
  public static CredentialReport of(ResolvedAccount account, Pacer pacer) {
    return of(account, pacer, account.quota(pacer));
  }

  /** Checks an account as {@link #of(ResolvedAccount, Pacer)} does, against these budgets. */
  public static CredentialReport of(ResolvedAccount account, Pacer pacer, Quota quota) {
    // Behind another origin there are no regions to try.
    List<Region> others =
        account.baseUrl().isPresent() ? List.of() : account.credentials().region().others();
    return new CredentialCheck(
            account.credentials(),
            account.name(),
            region ->
                MixpanelHttp.builder(account.credentials())
                    .endpoints(new Endpoints(region, account.baseUrl()))
                    .quota(quota)
                    .pacer(pacer)
                    .connectTimeout(PROBE)
                    .retries(1)
                    .build(),
            others)
        .report();
  }

  /** Checks credentials through clients that the caller makes, one a region. */
  static CredentialReport of(Credentials credentials, Function<Region, MixpanelHttp> clients) {
    return new CredentialCheck(
            credentials, Optional.empty(), clients, credentials.region().others())
        .report();
  }

  private CredentialReport report() {
    try {
      ProjectLookup me = me(credentials.region(), ANSWER);
      return me.project().map(this::found).orElseGet(() -> notAmong(me));
    } catch (MixpanelDataException e) {
      return switch (e.code()) {
        case AUTH_FAILED, WRONG_REGION -> otherRegion().orElseGet(() -> failed(e));
        // A service account without access to /me may still be allowed to query.
        case PERMISSION_DENIED, NOT_FOUND, BAD_RESPONSE -> byQuery(e);
        case INTERRUPTED -> throw e;
        default -> failed(e);
      };
    }
  }

  private ProjectLookup me(Region region, Duration timeout) {
    // A check that waits for an hour is none.
    MixpanelHttp http = clients.apply(region).with(WaitRules.noWait());
    return ProjectLookup.ask(http, credentials.projectId(), timeout);
  }

  private CredentialReport found(ProjectLookup.Project project) {
    if (project.region() != credentials.region() && !otherRegions.isEmpty()) {
      return wrongRegion(project.region());
    }
    return new CredentialReport(
        true,
        account,
        credentials.projectId(),
        project.name(),
        credentials.region(),
        project.timeZone(),
        project.role(),
        eventsFound(),
        Optional.empty());
  }

  private CredentialReport notAmong(ProjectLookup me) {
    if (me.projects() == 0) {
      return byQuery(
          new MixpanelDataException(
              ErrorCode.PERMISSION_DENIED,
              "The service account reaches no project.",
              "Add it to the project in Organization settings, Service accounts."));
    }
    String more = me.projects() > me.others().size() ? " and others" : "";
    return problem(
        ErrorCode.PERMISSION_DENIED,
        "The service account does not reach project " + credentials.projectId() + ".",
        "It reaches "
            + String.join(", ", me.others())
            + more
            + ". Correct the project id, or add the service account to the project.");
  }

  /** Returns empty if the hour is used up or the plan has no query API: the credentials work. */
  private Optional<Integer> eventsFound() {
    try {
      return Optional.of(eventNames());
    } catch (MixpanelDataException e) {
      if (e.code() == ErrorCode.INTERRUPTED) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private int eventNames() {
    Call call =
        Call.get(ApiFamily.QUERY, "/events/names")
            .parameter("type", "general")
            .parameter("limit", Discovery.MAX_EVENTS)
            .answerWithin(ANSWER);
    MixpanelHttp http = clients.apply(credentials.region()).with(WaitRules.noWait());
    return LenientReader.elements(
            LenientReader.unwrap(Mappers.read(http.send(call).body()), "results", "data"))
        .size();
  }

  /** Asks the query API, which proves as much but returns no names. */
  private CredentialReport byQuery(MixpanelDataException reason) {
    try {
      int events = eventNames();
      return new CredentialReport(
          true,
          account,
          credentials.projectId(),
          Optional.empty(),
          credentials.region(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(events),
          Optional.empty());
    } catch (MixpanelDataException e) {
      return switch (e.code()) {
        case AUTH_FAILED, WRONG_REGION -> otherRegion().orElseGet(() -> failed(e));
        case PLAN_LIMIT -> failed(e);
        default -> failed(reason);
      };
    }
  }

  private Optional<CredentialReport> otherRegion() {
    for (Region region : otherRegions) {
      try {
        Region right =
            me(region, PROBE).project().map(ProjectLookup.Project::region).orElse(region);
        return Optional.of(wrongRegion(right));
      } catch (MixpanelDataException notThere) {
        if (notThere.code() == ErrorCode.INTERRUPTED) {
          throw notThere;
        }
      }
    }
    return Optional.empty();
  }

  private CredentialReport wrongRegion(Region right) {
    return problem(
        ErrorCode.WRONG_REGION,
        "These credentials belong to the region "
            + right
            + ", not to "
            + credentials.region()
            + ".",
        "Set the region to " + right + ".");
  }

  private CredentialReport failed(MixpanelDataException e) {
    return problem(e.code(), String.valueOf(e.getMessage()), e.hint().orElse("Try again later."));
  }

  private CredentialReport problem(ErrorCode code, String message, String hint) {
    return new CredentialReport(
        false,
        account,
        credentials.projectId(),
        Optional.empty(),
        credentials.region(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Problem(code, message, hint)));
  }
}
