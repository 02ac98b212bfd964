package dev.mixpaneldata.bridge.connection;

import dev.mixpaneldata.bridge.oauth.Discovery;
import dev.mixpaneldata.bridge.oauth.Grant;
import dev.mixpaneldata.bridge.policy.Drift;
import dev.mixpaneldata.bridge.store.GrantFile;
import dev.mixpaneldata.bridge.store.TokenKeys;
import dev.mixpaneldata.bridge.vendor.Vendor;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import dev.mixpaneldata.error.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Examines a connection: its key, metadata, rights, tools and projects. */
final class Doctor {
  /** A token that is this near to its end is renewed first; a greater difference defeats that. */
  private static final Duration LARGEST_SKEW = Duration.ofSeconds(60);

  private static final double NEARLY_ALL = 0.8;

  private final Connection connection;
  private final Wire wire;
  private final GrantFile grants;
  private final Clock clock;

  Doctor(Connection connection, Wire wire, GrantFile grants, Clock clock) {
    this.connection = connection;
    this.wire = wire;
    this.grants = grants;
    this.clock = clock;
  }

  List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    findings.add(checked("sign-in", this::signIn));
    findings.add(checked("key", this::key));
    findings.add(checked("clock", this::clock));
    findings.add(checked("metadata and scopes", this::scopes));
    findings.add(checked("tools", this::tools));
    findings.add(checked("requests", this::requests));
    if (connection.info().vendor().isPresent()) {
      findings.add(checked("project", this::project));
    }
    return findings;
  }

  private static Finding checked(String check, Supplier<Finding> look) {
    try {
      return look.get();
    } catch (MixpanelDataException e) {
      return new Finding(check, false, String.valueOf(e.getMessage()), e.nextSteps());
    }
  }

  private Finding signIn() {
    Status status = connection.status();
    boolean works = List.of("signed in", "service account").contains(status.signIn());
    return works
        ? Finding.good("sign-in", status.signIn())
        : Finding.bad(
            "sign-in", "The sign-in is " + status.signIn() + ".", connection.signInAgain());
  }

  private Finding key() {
    Optional<TokenKeys.Source> source = grants.keySource();
    String told =
        switch (source.orElse(TokenKeys.Source.FILE)) {
          case ENVIRONMENT -> "The key comes from MP_TOKEN_KEY.";
          case KEYRING -> "The key is in the system's keyring.";
          case FILE ->
              "The key is a file beside the grants: it protects a grant that is copied alone.";
        };
    return Finding.good("key", told);
  }

  private Finding scopes() {
    Discovery discovery = wire.signIn().discover();
    Optional<Grant> grant = grants.read().grant();
    List<String> requested = grant.map(Grant::requested).orElse(List.of());
    List<String> offeredThen = grant.map(Grant::offered).orElse(discovery.offered());
    List<String> grown =
        discovery.offered().stream()
            .filter(scope -> !offeredThen.contains(scope) && !requested.contains(scope))
            .toList();
    return grown.isEmpty()
        ? Finding.good("metadata and scopes", "The metadata is in order: " + discovery.issuer())
        : Finding.bad(
            "metadata and scopes",
            "The vendor offers more since this sign-in: " + String.join(" ", grown) + ".",
            connection.signInAgain());
  }

  private Finding tools() {
    List<ToolView> tools = connection.tools();
    Drift drift = connection.drift();
    long allowed = tools.stream().filter(ToolView::allowed).count();
    String count = allowed + " of " + tools.size() + " tools only read and may be called.";
    return drift.isEmpty()
        ? Finding.good("tools", count)
        : Finding.bad(
            "tools",
            count
                + " New: "
                + drift.tools(Drift.Kind.NEW)
                + ", changed: "
                + drift.tools(Drift.Kind.CHANGED)
                + ", gone: "
                + drift.tools(Drift.Kind.GONE)
                + ".",
            Hint.of(
                "Look at them with {}, then allow them with {}.",
                Reference.CONNECTION_TOOLS,
                Reference.ALLOW_TOOLS));
  }

  private Finding clock() {
    Optional<Instant> there = wire.serverTime(connection.info().url());
    if (there.isEmpty()) {
      return Finding.good("clock", "The server sends no time to compare with.");
    }
    Duration apart = Duration.between(there.get(), clock.instant());
    return apart.abs().compareTo(LARGEST_SKEW) <= 0
        ? Finding.good("clock", "This machine's clock agrees with the server's.")
        : Finding.bad(
            "clock",
            "This machine's clock is "
                + apart.abs().toSeconds()
                + " seconds "
                + (apart.isNegative() ? "behind" : "ahead of")
                + " the server's; tokens then seem valid that are not, or the other way round.",
            Hint.of("Set the clock by a time server."));
  }

  private Finding requests() {
    Status status = connection.status();
    if (status.requestsPerHour().isEmpty()) {
      return Finding.good("requests", status.requests() + " in the last hour.");
    }
    int most = status.requestsPerHour().getAsInt();
    String used = status.requests() + " of the hour's " + most + " requests left this machine.";
    return status.requests() < most * NEARLY_ALL
        ? Finding.good("requests", used)
        : Finding.bad("requests", used, Hint.of("Ask less often for the rest of the hour."));
  }

  private Finding project() {
    Vendor vendor = connection.info().vendor().orElseThrow();
    Map<String, String> projects = connection.projects();
    if (projects.isEmpty()) {
      List<String> others =
          vendor.urls().entrySet().stream()
              .filter(e -> !e.getValue().equals(connection.info().url()))
              .map(Map.Entry::getKey)
              .toList();
      throw MixpanelDataException.of(
          ErrorCode.WRONG_REGION,
          vendor.title() + " lists no project: the account has none, or lives in another region.",
          Hint.of("Try another region, {}.", String.join(" or ", others))
              .and(Hint.of("Use {}.", Reference.CONNECT)));
    }
    Optional<String> chosen = connection.info().project();
    if (chosen.isPresent() && projects.containsKey(chosen.get())) {
      return Finding.good("project", projects.get(chosen.get()) + " (" + chosen.get() + ")");
    }
    return Finding.bad(
        "project",
        "Project not selected: the account sees " + projects + ".",
        Hint.of("Choose one with {}.", Reference.CONNECTION_PROJECT));
  }
}
