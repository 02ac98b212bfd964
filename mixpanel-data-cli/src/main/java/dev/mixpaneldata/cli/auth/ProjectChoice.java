package dev.mixpaneldata.cli.auth;

import dev.mixpaneldata.account.ProjectSearch;
import dev.mixpaneldata.account.ReachableProject;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.credentials.SignIn;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The project and the region of a new account, as far as they are not given: Mixpanel names the
 * projects within reach, and the user chooses one of several.
 */
public record ProjectChoice(CommandContext context, SignIn signIn) {
  private static final int MOST_LISTED = 50;

  /** Returns the project; asks Mixpanel, and then the user, as far as it is not given. */
  public ReachableProject of(Optional<String> project, Optional<Region> region) {
    if (project.isPresent() && region.isPresent()) {
      return unchecked(project.get(), region.get());
    }
    List<ReachableProject> found;
    try {
      found = ProjectSearch.of(signIn, Accounts.settings(context).baseUrl()).projects(region);
    } catch (MixpanelDataException e) {
      if (project.isEmpty() || isVerdict(e.code())) {
        throw e;
      }
      context.say(
          "Mixpanel could not be asked for the region ("
              + e.getMessage()
              + "); the account is saved with the region us.");
      return unchecked(project.get(), Region.US);
    }
    return project.isPresent() ? named(found, project.get()) : chosen(found);
  }

  /** Returns whether Mixpanel's answer shows that the account cannot work. */
  private static boolean isVerdict(ErrorCode code) {
    return code == ErrorCode.AUTH_FAILED
        || code == ErrorCode.WRONG_REGION
        || code == ErrorCode.INTERRUPTED;
  }

  private static ReachableProject unchecked(String project, Region region) {
    return new ReachableProject(project, project, region, Optional.empty());
  }

  private static ReachableProject named(List<ReachableProject> found, String project) {
    return found.stream()
        .filter(reachable -> reachable.id().equals(project))
        .findFirst()
        .orElseThrow(
            () ->
                new MixpanelDataException(
                    ErrorCode.PERMISSION_DENIED,
                    "The account does not reach project " + project + ".",
                    found.isEmpty()
                        ? "Give it a role in the project."
                        : "It reaches " + list(found) + "."));
  }

  private ReachableProject chosen(List<ReachableProject> found) {
    if (found.isEmpty()) {
      throw new MixpanelDataException(
          ErrorCode.PERMISSION_DENIED,
          "The account reaches no project.",
          "Give it a role in a project.");
    }
    if (found.size() == 1) {
      context.say("The project is " + found.get(0) + ".");
      return found.get(0);
    }
    if (!context.terminal().input() || !context.terminal().error()) {
      throw MixpanelDataException.invalidArgument(
          "The account reaches several projects: " + list(found) + ".", "Name one with --project.");
    }
    for (int i = 0; i < Math.min(found.size(), MOST_LISTED); i++) {
      context.say("%3d  %s".formatted(i + 1, found.get(i)));
    }
    String answer = context.ask("Which project, by its place in the list or its id? ").strip();
    return answer.matches("[0-9]{1,4}") && placed(answer) >= 1 && placed(answer) <= found.size()
        ? found.get(placed(answer) - 1)
        : named(found, answer);
  }

  private static int placed(String answer) {
    return Integer.parseInt(answer);
  }

  private static String list(List<ReachableProject> found) {
    String more = found.size() > MOST_LISTED ? " and others" : "";
    return found.stream()
            .limit(MOST_LISTED)
            .map(ReachableProject::toString)
            .collect(Collectors.joining(", "))
        + more;
  }
}
