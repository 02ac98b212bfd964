package dev.mixpaneldata.ui;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.bridge.board.Answers;
import dev.mixpaneldata.bridge.board.Boards;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.Vocabulary;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchProfiles;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.FakeMixpanelBuilder;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.value.DateRange;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** A page of a made-up project, whose events are in the table {@code events}. */
final class Served implements AutoCloseable {
  private final FakeMixpanel mixpanel;
  private final Workspace workspace;
  private final UiServer server;

  private Served(FakeMixpanel mixpanel, Workspace workspace, UiServer server) {
    this.mixpanel = mixpanel;
    this.workspace = workspace;
    this.server = server;
  }

  static Served start(Path folder, Dataset dataset, boolean writes) {
    DateRange days = new DateRange(dataset.days().first(), dataset.days().last());
    return start(folder, FakeMixpanel.builder().dataset(dataset), days, writes);
  }

  static Served start(Path folder, FakeMixpanelBuilder fake, DateRange days, boolean writes) {
    FakeMixpanel mixpanel = fake.start();
    Workspace workspace =
        Workspace.builder()
            .credentials(
                Credentials.of(
                    mixpanel.username(),
                    mixpanel.secret(),
                    Long.toString(mixpanel.projectId()),
                    Region.US))
            .baseUrl(mixpanel.origin().toString())
            .dataDirectory(folder.resolve("data"))
            .open();
    workspace.fetch().events(FetchEvents.of("events", days));
    workspace.fetch().profiles(FetchProfiles.of("profiles"));
    Clock clock = Clock.systemUTC();
    UiServer server =
        UiServer.start(
            new UiOptions(
                workspace,
                new Boards(folder.resolve("boards")),
                new Answers(
                    () -> workspace,
                    () -> {
                      throw new IllegalStateException("No connection is asked.");
                    },
                    clock),
                writes,
                true,
                clock,
                0,
                Vocabulary.JAVA,
                question -> "mp " + question.operation()));
    return new Served(mixpanel, workspace, server);
  }

  /** Returns the address that lets a browser in. */
  URI address() {
    return server.address();
  }

  /** Returns the address of a page. */
  URI page(String hash) {
    return URI.create("http://127.0.0.1:" + address().getPort() + "/" + hash);
  }

  Workspace workspace() {
    return workspace;
  }

  @Override
  public void close() {
    server.close();
    workspace.close();
    mixpanel.close();
  }
}
