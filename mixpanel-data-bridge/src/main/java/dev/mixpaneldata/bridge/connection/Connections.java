package dev.mixpaneldata.bridge.connection;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.bridge.oauth.AuthorizationAgent;
import dev.mixpaneldata.bridge.oauth.GrantState;
import dev.mixpaneldata.bridge.policy.Inventory;
import dev.mixpaneldata.bridge.store.GrantFile;
import dev.mixpaneldata.bridge.store.TokenKeys;
import dev.mixpaneldata.bridge.vendor.Vendor;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.quota.Pacer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The connections of this user, kept in one private folder. Thread-safe. */
public final class Connections {
  private final Path folder;
  private final TokenKeys keys;
  private final Clock clock;

  /**
   * @param folder where they are kept
   * @param environment may hold {@code MP_TOKEN_KEY}, and says where programs are
   */
  public Connections(Path folder, Map<String, String> environment, Clock clock) {
    this.folder = folder.toAbsolutePath();
    this.keys = new TokenKeys(environment, this.folder);
    this.clock = clock;
  }

  /** Those beside the configuration file of these settings. */
  public static Connections of(Settings settings, Map<String, String> environment) {
    Path config = settings.configFile().toAbsolutePath();
    return new Connections(
        Objects.requireNonNull(config.getParent()).resolve("connections"),
        environment,
        Pacer.system().clock());
  }

  /** Where they are kept. */
  public Path folder() {
    return folder;
  }

  /** All connections, by name. */
  public List<ConnectionInfo> list() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ConnectionFile.SUFFIX))
          .sorted()
          .map(name -> name.substring(0, name.length() - ConnectionFile.SUFFIX.length()))
          .flatMap(name -> new ConnectionFile(folder, name).read().stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The connection of this name; nobody is asked to sign in. */
  public Connection open(String name) {
    return connection(info(name), Optional.empty());
  }

  /** The connection of this name; the only one if no name is given. */
  public Connection open(Optional<String> name) {
    if (name.isPresent()) {
      return open(name.get());
    }
    List<ConnectionInfo> all = list();
    if (all.size() == 1) {
      return open(all.get(0).name());
    }
    throw MixpanelDataException.invalidArgument(
        all.isEmpty() ? "There is no connection yet." : "There are several connections.",
        all.isEmpty()
            ? Hint.of("Make one with {}.", Reference.CONNECT)
            : Hint.of(
                "Name one: {}.",
                String.join(", ", all.stream().map(ConnectionInfo::name).toList())));
  }

  /**
   * Connects: signs in, reads what the server offers, and keeps both under the name. A connection
   * of this name to the same server is renewed and keeps its project and what was allowed.
   *
   * @param agent who takes the user to the vendor's page; empty for service accounts alone
   */
  public Connection connect(ConnectRequest request, Optional<AuthorizationAgent> agent) {
    Optional<ConnectionInfo> before = new ConnectionFile(folder, request.name()).read();
    if (before.isPresent() && !before.get().url().equals(request.url())) {
      throw MixpanelDataException.invalidArgument(
          "There is a connection " + request.name() + " to " + before.get().url() + " already.",
          "Choose another name, or disconnect that one first.");
    }
    ConnectionInfo info =
        new ConnectionInfo(
            request.name(),
            request.vendorId(),
            request.url(),
            before.flatMap(ConnectionInfo::project),
            "",
            before.map(ConnectionInfo::allowed).orElse(Set.of()),
            before.map(ConnectionInfo::inventory).orElse(Inventory.EMPTY),
            clock.instant());
    GrantFile grants = grants(info);
    if (request.serviceAccount().isPresent()) {
      grants.write(new GrantState(List.of(), Optional.empty(), request.serviceAccount()));
    }
    CallCounter counter = counter(info);
    Wire wire =
        new Wire(info, grants, counter, agent, request.clientId(), request.clientSecret(), clock);
    if (agent.isPresent() && request.serviceAccount().isEmpty()) {
      wire.signIn().signInAnew();
    }
    Inventory seen = Inventory.of(wire.client().tools());
    ConnectionInfo made =
        new ConnectionInfo(
            info.name(),
            info.vendorId(),
            info.url(),
            info.project(),
            wire.client().revision(),
            info.allowed(),
            // What changed since the user looked last stays refused until they look again.
            before.isPresent() ? info.inventory() : seen,
            info.connectedAt());
    new ConnectionFile(folder, info.name()).write(made);
    return new Connection(
        made, new ConnectionFile(folder, info.name()), grants, counter, wire, clock);
  }

  /**
   * Ends a connection: asks the vendor to forget it and deletes what is kept here.
   *
   * @return whether the vendor confirmed; where it does not, the user ends it there
   */
  public boolean disconnect(String name) {
    ConnectionInfo info = info(name);
    GrantFile grants = grants(info);
    boolean revoked = false;
    try {
      revoked = connection(info, Optional.empty()).wire().signIn().revoke();
    } catch (MixpanelDataException unreadable) {
      // What cannot be read cannot be revoked, and is deleted all the same.
    }
    grants.delete();
    counter(info).delete();
    new ConnectionFile(folder, name).delete();
    return revoked;
  }

  private ConnectionInfo info(String name) {
    return Optional.of(name)
        .filter(n -> n.matches("[A-Za-z0-9_-]+"))
        .flatMap(n -> new ConnectionFile(folder, n).read())
        .orElseThrow(
            () ->
                MixpanelDataException.of(
                    ErrorCode.NOT_FOUND,
                    "There is no connection '" + name + "'.",
                    Hint.anyOf(
                        Hint.way("choose one that {} shows", Reference.LIST_CONNECTIONS),
                        Hint.way("make one with {}", Reference.CONNECT))));
  }

  private Connection connection(ConnectionInfo info, Optional<AuthorizationAgent> agent) {
    GrantFile grants = grants(info);
    CallCounter counter = counter(info);
    Wire wire = new Wire(info, grants, counter, agent, Optional.empty(), Optional.empty(), clock);
    return new Connection(
        info, new ConnectionFile(folder, info.name()), grants, counter, wire, clock);
  }

  private CallCounter counter(ConnectionInfo info) {
    return new CallCounter(
        folder.resolve(info.name() + ".requests"),
        info.vendor().map(Vendor::callsPerHour).orElse(OptionalInt.empty()),
        clock);
  }

  private GrantFile grants(ConnectionInfo info) {
    return new GrantFile(
        folder.resolve(info.name() + ".grant"), info.url() + "|" + info.name(), keys);
  }
}
