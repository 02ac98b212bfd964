package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.bridge.vendor.Vendor;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code mp connections disconnect}. */
final class DisconnectCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "The connection.")
  private String name = "";

  @Option(names = "--force", description = "Do it without asking.")
  private boolean force;

  @Mixin private final OutputOptions output = new OutputOptions();

  DisconnectCommand(CommandContext context) {
    this.context = context;
  }

  record Disconnected(String disconnected, boolean revokedAtVendor) {}

  @Override
  public Integer call() throws IOException {
    Connections connections = ConnectionsCommands.open(context);
    Optional<Vendor> vendor = connections.open(name).info().vendor();
    context.confirm("End the connection " + name + "?", force);
    boolean revoked = connections.disconnect(name);
    output.print(context, () -> new Disconnected(name, revoked));
    if (!revoked) {
      context.say(
          "The vendor did not confirm that it ended the sign-in. End it there too: "
              + vendor.map(Vendor::endsAt).orElse("in the settings of the server."));
    }
    return 0;
  }
}
