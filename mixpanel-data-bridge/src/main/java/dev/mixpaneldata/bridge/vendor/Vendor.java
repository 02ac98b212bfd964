package dev.mixpaneldata.bridge.vendor;

import dev.mixpaneldata.error.Hint;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A server that is known by name.
 *
 * @param id the name in commands
 * @param title the name for people
 * @param urls its addresses by region; the first is used unless another is asked for
 * @param scopes the scopes that are asked for; empty for all that the metadata name
 * @param rules the tools that may be called, by name
 * @param projectArgument the argument that names a project
 * @param projectsTool the tool that lists the projects
 * @param takesServiceAccounts whether a username and a secret do instead of a sign-in
 * @param callsPerHour the requests that the vendor allows a user in an hour, if it says so
 * @param endsAt where a user ends the connection at the vendor
 * @param troubles what can go wrong, as texts for people
 */
public record Vendor(
    String id,
    String title,
    Map<String, URI> urls,
    List<String> scopes,
    Map<String, ToolRule> rules,
    String projectArgument,
    boolean projectIsNumber,
    String projectsTool,
    boolean takesServiceAccounts,
    OptionalInt callsPerHour,
    String endsAt,
    List<Trouble> troubles) {

  /**
   * What a tool may be called with.
   *
   * @param arguments for some arguments the only values that may be sent; they must be given
   * @param jsonObjects the arguments that are objects and are parsed where they come as text
   */
  public record ToolRule(Map<String, List<String>> arguments, List<String> jsonObjects) {
    /** Any arguments. */
    public static final ToolRule ANY = new ToolRule(Map.of(), List.of());
  }

  /**
   * A text of the vendor's server that people cannot act upon, and what helps.
   *
   * @param sign a part of the text by which it is known, in lower case
   * @param error what it is called
   */
  public record Trouble(String sign, String error, String cause, Hint fix) {}

  /** What is known of a text. */
  public Optional<Trouble> trouble(String text) {
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    return troubles.stream().filter(t -> lower.contains(t.sign())).findFirst();
  }
}
