package dev.mixpaneldata.bridge.connection;

import dev.mixpaneldata.bridge.oauth.Discovery;
import dev.mixpaneldata.bridge.oauth.Grant;
import dev.mixpaneldata.bridge.policy.Inventory.Drift;
import dev.mixpaneldata.bridge.store.GrantFile;
import dev.mixpaneldata.bridge.store.TokenKeys;
import dev.mixpaneldata.bridge.vendor.Vendor;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Examines a connection: its key, metadata, rights, tools and projects. */
final class Doctor {
  private final Connection connection;
  private final Wire wire;
  private final GrantFile grants;

  Doctor(Connection connection, Wire wire, GrantFile grants) {
    this.connection = connection;
    this.wire = wire;
    this.grants = grants;
  }

  List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    findings.add(checked("sign-in", this::signIn));
    findings.add(checked("key", this::key));
    findings.add(checked("metadata and scopes", this::scopes));
    findings.add(checked("tools", this::tools));
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
                + drift.added()
                + ", changed: "
                + drift.changed()
                + ", gone: "
                + drift.removed()
                + ".",
            Hint.of(
                "Look at them with {}, then accept them with {}.",
                Reference.CONNECTION_TOOLS,
                Reference.ACCEPT_TOOLS));
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
