package dev.mixpaneldata.mcp;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/** The program {@code mp_mcp}, which runs the MCP server. */
public final class McpServerMain {
  private McpServerMain() {}

  /** Serves until the client goes, and ends the process. */
  public static void main(String[] arguments) {
    InputStream input = new FileInputStream(FileDescriptor.in);
    OutputStream output = new FileOutputStream(FileDescriptor.out);
    System.setErr(new VisibleErrors(new FileOutputStream(FileDescriptor.err)));
    // Standard output belongs to the protocol: all other prints go to standard error from here on.
    System.setOut(System.err);
    int status = new ServerProgram(System.getenv(), input, output, System.err).run(arguments);
    // Threads of the HTTP client, or of calls that ignore interruption, must not keep the process
    // alive.
    Runtime.getRuntime().halt(status);
  }
}
