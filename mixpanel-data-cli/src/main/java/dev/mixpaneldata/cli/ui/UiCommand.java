package dev.mixpaneldata.cli.ui;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.bridge.board.Answers;
import dev.mixpaneldata.bridge.board.Boards;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.bridge.oauth.Browser;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.demo.DemoProject;
import dev.mixpaneldata.cli.operation.CommandText;
import dev.mixpaneldata.cli.operation.CommandWords;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.ui.UiOptions;
import dev.mixpaneldata.ui.UiServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** {@code mp ui}: serves the local page until it is stopped. */
public final class UiCommand implements Callable<Integer> {
  /** The entry in the command tree. */
  public static final CommandEntry ENTRY =
      CommandEntry.of(
          "ui",
          "Open a local page of reports, SQL, users and boards",
          List.of(
              "mp ui",
              "mp ui --demo",
              "mp ui --allow-writes --no-browser --port 8123",
              "mp ui --page \"/report/segmentation?event=Signup\""),
          UiCommand::new);

  private final CommandContext context;

  @Option(names = "--demo", description = "Show a made-up project, with no account and no network.")
  private boolean demo;

  @Option(
      names = "--allow-writes",
      description = "Let the page fill local tables and change boards.")
  private boolean writes;

  @Option(names = "--no-browser", description = "Print the address and open no browser.")
  private boolean noBrowser;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port to listen on, on this machine alone; unless given, a free one.")
  private int port;

  @Option(
      names = "--page",
      paramLabel = "PLACE",
      description = "The page to begin with: what stands after the # of its address.")
  private String page = "";

  private UiCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    if (port < 0 || port > 65_535) {
      throw MixpanelDataException.invalidArgument(
          "The port " + port + " does not exist.", "Choose 1 to 65535.");
    }
    checkPage();
    if (!demo) {
      serve(options(context.workspace(), Boards.of(settings()), writes));
      return 0;
    }
    Path folder = Files.createTempDirectory("mp-ui-demo");
    try (DemoProject project = DemoProject.start(folder, settings())) {
      UiOptions options = options(project.workspace(), new Boards(folder.resolve("boards")), true);
      DemoBoard.fill(project, options);
      serve(options);
    } finally {
      PrivateFiles.removeTree(folder);
    }
    return 0;
  }

  private void checkPage() {
    try {
      URI.create("#" + page.replaceFirst("^#", ""));
    } catch (IllegalArgumentException e) {
      throw MixpanelDataException.invalidArgument(
          "'" + Visible.line(page) + "' is not a page.",
          "Copy what stands after the # in the browser, such as /report/segmentation?event=Login.");
    }
  }

  /** Browsers keep what stands after the # when the token has let them in. */
  private URI address(UiServer server) {
    String place = page.replaceFirst("^#", "");
    return place.isEmpty() ? server.address() : URI.create(server.address() + "#" + place);
  }

  private UiOptions options(Workspace workspace, Boards boards, boolean mayWrite) {
    Answers answers =
        new Answers(
            () -> workspace,
            () -> Connections.of(settings(), context.environment()),
            context.pacer().clock());
    return new UiOptions(
        workspace,
        boards,
        answers,
        mayWrite,
        demo,
        context.pacer().clock(),
        port,
        new CommandWords(context),
        CommandText::of);
  }

  private Settings settings() {
    return Settings.of(context.environment());
  }

  private void serve(UiOptions options) throws IOException {
    try (UiServer server = UiServer.start(options)) {
      URI address = address(server);
      context.out().write(address + "\n");
      context.out().flush();
      if (!noBrowser) {
        Browser.open(address);
      }
      context.say("The page is open to this machine alone. Ctrl-C ends it.");
      server.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MixpanelDataException(ErrorCode.INTERRUPTED, "The page was closed.");
    }
  }
}
