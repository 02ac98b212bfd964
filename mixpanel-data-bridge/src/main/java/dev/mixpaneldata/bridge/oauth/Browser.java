package dev.mixpaneldata.bridge.oauth;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the system's browser, by a command that takes the address as one argument and no shell. */
public final class Browser {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

  private Browser() {}

  /** Tries to open a web address; whether the command could be started. */
  public static boolean open(URI address) {
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return false;
    }
    try {
      new ProcessBuilder(command(address.toASCIIString()))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      LOG.debug("No browser could be opened: {}", e.toString());
      return false;
    }
  }

  static List<String> command(String address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("mac")) {
      return List.of("open", address);
    }
    return system.startsWith("windows")
        ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
        : List.of("xdg-open", address);
  }
}
