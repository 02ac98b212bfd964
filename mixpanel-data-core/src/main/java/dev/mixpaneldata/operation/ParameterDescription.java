package dev.mixpaneldata.operation;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.error.Vocabulary;
import java.util.Optional;

/**
 * A parameter as surfaces show it.
 *
 * @param name its name in snake_case
 * @param type what it takes
 * @param required whether it must be given
 * @param defaultValue what it is when not given
 * @param help what it means, the same on every face
 * @param listedBy the operation that lists the values there are
 * @param alias another name that is taken too
 */
public record ParameterDescription(
    String name,
    ParameterType type,
    boolean required,
    Optional<String> defaultValue,
    String help,
    Optional<Reference> listedBy,
    Optional<String> alias) {

  /** Returns what it means in the words of a face. */
  public String help(Vocabulary words) {
    return help
        + listedBy.flatMap(words::name).map(name -> ", as " + name + " lists them").orElse("");
  }
}
