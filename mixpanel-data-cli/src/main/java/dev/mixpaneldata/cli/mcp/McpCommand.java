package dev.mixpaneldata.cli.mcp;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.mcp.ServerProgram;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** {@code mp mcp}: the MCP server, with the options of {@code mp_mcp}. */
@Command(description = "Options are those of mp_mcp; --options lists them.")
public final class McpCommand implements Callable<Integer> {
  /** The entry in the command tree. */
  public static final CommandEntry ENTRY =
      CommandEntry.of(
          "mcp",
          "Serve AI assistants over the Model Context Protocol",
          List.of("mp mcp", "mp -a staging mcp --read-only", "mp mcp --transport http --port 5000"),
          McpCommand::new);

  private final CommandContext context;

  @Option(names = "--options", description = "Print the server's options.")
  private boolean options;

  @Unmatched private List<String> serverOptions = new ArrayList<>();

  private McpCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<String> arguments = new ArrayList<>(serverOptions);
    if (options) {
      arguments.add("--help");
    }
    context
        .options()
        .account()
        .ifPresent(
            name -> {
              arguments.add("--account");
              arguments.add(name);
            });
    if (context.options().readOnly()) {
      arguments.add("--read-only");
    }
    context
        .options()
        .auditLog()
        .ifPresent(
            file -> {
              arguments.add("--audit-log");
              arguments.add(file.toString());
            });
    // Standard output belongs to the protocol: all other prints go to standard error from here on.
    System.setOut(System.err);
    Map<String, String> environment = new HashMap<>(context.environment());
    context.options().target().ifPresent(name -> environment.put("MP_TARGET", name));
    return new ServerProgram(
            environment, context.in(), new FileOutputStream(FileDescriptor.out), System.err)
        .run(arguments.toArray(String[]::new));
  }
}
