package dev.mixpaneldata.operation;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.error.Vocabulary;
import java.util.Optional;

/**
 * A parameter as surfaces show it.
 *
 * @param name its name in snake_case
 * @param type the type of its values
 * @param required whether it must be given
 * @param defaultValue its value unless given
 * @param help its meaning, the same on every face
 * @param listedBy the operation that lists the possible values
 * @param alias another accepted name
 * @param suggests what pages let users choose the value from
 */
public record ParameterDescription(
    String name,
    ParameterType type,
    boolean required,
    Optional<String> defaultValue,
    String help,
    Optional<Reference> listedBy,
    Optional<String> alias,
    Suggested suggests) {

  /** Returns the parameter as one that need not be given, since it may come in another. */
  public ParameterDescription optional() {
    return new ParameterDescription(
        name, type, false, defaultValue, help, listedBy, alias, suggests);
  }

  /** Returns the parameter with another default and another help. */
  public ParameterDescription with(Optional<String> otherDefault, String otherHelp) {
    return new ParameterDescription(
        name, type, required, otherDefault, otherHelp, listedBy, alias, suggests);
  }

  /** Returns the help in the words of a face. */
  public String help(Vocabulary words) {
    return help
        + listedBy.flatMap(words::name).map(name -> ", as " + name + " lists them").orElse("");
  }
}
