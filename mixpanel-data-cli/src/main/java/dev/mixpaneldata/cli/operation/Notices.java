package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.report.ReportListener;
import java.util.HashSet;
import java.util.Set;

/**
 * A listener that says on standard error who answered, each notice once, even if cohorts split a
 * report into several.
 */
final class Notices implements ReportListener {
  private static final String MIXPANEL = "Mixpanel";

  private final CommandContext context;
  private final boolean explain;
  private final boolean reasons;
  private final Set<String> said = new HashSet<>();

  /**
   * Creates a listener.
   *
   * @param explain whether to print the SQL of local answers
   * @param reasons whether to say who did not answer and why, and that Mixpanel did
   */
  Notices(CommandContext context, boolean explain, boolean reasons) {
    this.context = context;
    this.explain = explain;
    this.reasons = reasons;
  }

  @Override
  public void sql(String text) {
    if (explain) {
      context.say(text);
    }
  }

  @Override
  public void answeredBy(String name) {
    if (reasons || !name.equals(MIXPANEL)) {
      once("Answered by " + name + ".");
    }
  }

  @Override
  public void refusedBy(String name, String reason) {
    if (reasons) {
      once("Not answered by " + name + ": " + reason);
    }
  }

  @Override
  public void warning(String text) {
    once("Note: " + text);
  }

  private void once(String sentence) {
    if (said.add(sentence)) {
      context.say(sentence);
    }
  }
}
