package dev.mixpaneldata.cli.auth;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The source of a secret: standard input, {@code MP_SECRET} or a prompt that shows nothing. It is
 * never the command line, which other users of the machine can read.
 */
public record SecretInput(CommandContext context) {
  /** Mixpanel's secrets have 32 characters; a file piped by mistake is refused here. */
  private static final int MOST_BYTES = 1024;

  /** Returns the secret, checked. Asks for it if neither the input nor the environment has it. */
  public String read(boolean fromInput, boolean interactive) throws IOException {
    if (fromInput) {
      return checked(fromInput());
    }
    String variable = context.environment().getOrDefault("MP_SECRET", "");
    if (!variable.isBlank() && !interactive) {
      return checked(variable);
    }
    return checked(prompted());
  }

  private String fromInput() throws IOException {
    byte[] bytes = context.in().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw MixpanelDataException.invalidArgument(
          "Standard input has more than " + MOST_BYTES + " bytes, more than any secret.",
          "Pipe the secret alone.");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String prompted() {
    Console console = System.console();
    if (console == null || !context.terminal().input()) {
      throw MixpanelDataException.invalidArgument(
          "No secret is given.",
          "Pipe it with --secret-stdin, set MP_SECRET, or run the command at a terminal.");
    }
    char[] secret = console.readPassword("Service account secret (it is not shown): ");
    return secret == null ? "" : new String(secret);
  }

  private static String checked(String text) {
    String secret = text.strip();
    if (secret.isEmpty() || secret.lines().count() > 1) {
      throw MixpanelDataException.invalidArgument(
          secret.isEmpty() ? "The secret is empty." : "The secret has more than one line.",
          "Copy it from Organization settings, Service accounts.");
    }
    return secret;
  }
}
