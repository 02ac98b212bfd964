package dev.mixpaneldata.cli.demo;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.cli.command.LimitedSql;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;

/** A Mixpanel in this process with a month of events, and a workspace of its project. */
public final class DemoProject implements AutoCloseable {
  private final FakeMixpanel mixpanel;
  private final Workspace workspace;
  private final DateRange month;

  private DemoProject(FakeMixpanel mixpanel, Workspace workspace, DateRange month) {
    this.mixpanel = mixpanel;
    this.workspace = workspace;
    this.month = month;
  }

  /** Starts a Mixpanel whose project keeps its local tables in a folder. */
  public static DemoProject start(Path folder, Settings settings) {
    Dataset dataset = Dataset.demo();
    FakeMixpanel mixpanel = FakeMixpanel.builder().dataset(dataset).start();
    Workspace workspace =
        Workspace.builder()
            .credentials(
                Credentials.of(
                    mixpanel.username(),
                    mixpanel.secret(),
                    Long.toString(mixpanel.projectId()),
                    Region.US))
            .baseUrl(mixpanel.origin().toString())
            .dataDirectory(folder)
            .storeOptions(LimitedSql.options(settings))
            .open();
    return new DemoProject(
        mixpanel, workspace, new DateRange(dataset.days().first(), dataset.days().last()));
  }

  /** Returns the project. */
  public Workspace workspace() {
    return workspace;
  }

  /** Returns the days that have events. */
  public DateRange month() {
    return month;
  }

  /** Returns the number of calls so far. */
  int calls() {
    return mixpanel.requests().size();
  }

  /** Returns the file of the local tables. */
  Path database(Path folder) {
    return folder.resolve(mixpanel.projectId() + ".db");
  }

  @Override
  public void close() {
    workspace.close();
    mixpanel.close();
  }
}
